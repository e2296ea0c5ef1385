/** The door of `npm run train`: `npm run train -- language [words|tags|parse|names …]`. */
const [room, ...steps] = process.argv.slice(2);
if (room === 'language') {
  const { trainLanguage } = await import('./language/language.ts');
  process.exitCode = await trainLanguage(steps);
} else {
  process.stderr.write('npm run train -- language [words|tags|parse|names …]\n');
  process.exitCode = 2;
}
