;; The arithmetic of the language core's net, four or eight numbers at a time. Everything between a word's row numbers and the
;; scores happens here; net.ts lays out the memory and calls these functions in turn.
;; Whole numbers are multiplied exactly and float32 operations are plain IEEE 754, so every machine gives the same bytes.
;; Assembled into kernel.wasm by `npm run train -- language kernel`; kernel.test.ts compares the two.
(module
  (memory (export "memory") 1)

  ;; x / sqrt(1 + x * x)
  (func $squash (param $x v128) (result v128)
    (f32x4.div
      (local.get $x)
      (f32x4.sqrt (f32x4.add (f32x4.splat (f32.const 1)) (f32x4.mul (local.get $x) (local.get $x))))))

  ;; 1/2 + squash / 2
  (func $gate (param $x v128) (result v128)
    (f32x4.add
      (f32x4.splat (f32.const 0.5))
      (f32x4.mul (f32x4.splat (f32.const 0.5)) (call $squash (local.get $x)))))

  ;; out[m][n] = scale[n] * sum over k of x[m][k] * w[k][n] + bias[n]
  ;; x: int16, rows $xStep bytes apart. w: int16, for each 8 columns the pairs of rows (k, k + 1) one behind the other. out: float32.
  ;; $m and $k are multiples of 4, $n of 8.
  (func (export "product")
    (param $x i32) (param $xStep i32) (param $w i32) (param $scale i32) (param $bias i32) (param $out i32)
    (param $m i32) (param $k i32) (param $n i32)
    (local $row i32) (local $rows i32) (local $column i32) (local $width i32) (local $stride i32)
    (local $a i32) (local $b i32) (local $c i32) (local $d i32) (local $at i32) (local $stop i32) (local $to i32)
    (local $w0 v128) (local $w1 v128) (local $s v128)
    (local $a0 v128) (local $a1 v128) (local $b0 v128) (local $b1 v128)
    (local $c0 v128) (local $c1 v128) (local $d0 v128) (local $d1 v128)
    (local $scale0 v128) (local $scale1 v128) (local $bias0 v128) (local $bias1 v128)
    (local.set $width (i32.shl (local.get $k) (i32.const 1)))
    (local.set $stride (i32.shl (local.get $n) (i32.const 2)))
    (local.set $rows (i32.mul (local.get $m) (local.get $xStep)))
    (local.set $column (i32.const 0))
    (loop $columns
      (local.set $scale0 (v128.load (i32.add (local.get $scale) (i32.shl (local.get $column) (i32.const 2)))))
      (local.set $scale1 (v128.load offset=16 (i32.add (local.get $scale) (i32.shl (local.get $column) (i32.const 2)))))
      (local.set $bias0 (v128.load (i32.add (local.get $bias) (i32.shl (local.get $column) (i32.const 2)))))
      (local.set $bias1 (v128.load offset=16 (i32.add (local.get $bias) (i32.shl (local.get $column) (i32.const 2)))))
      (local.set $row (i32.const 0))
      (local.set $to (i32.add (local.get $out) (i32.shl (local.get $column) (i32.const 2))))
      (loop $fours
        (local.set $a (i32.add (local.get $x) (local.get $row)))
        (local.set $b (i32.add (local.get $a) (local.get $xStep)))
        (local.set $c (i32.add (local.get $b) (local.get $xStep)))
        (local.set $d (i32.add (local.get $c) (local.get $xStep)))
        (local.set $stop (i32.add (local.get $a) (local.get $width)))
        (local.set $at (local.get $w))
        (local.set $a0 (v128.const i32x4 0 0 0 0)) (local.set $a1 (v128.const i32x4 0 0 0 0))
        (local.set $b0 (v128.const i32x4 0 0 0 0)) (local.set $b1 (v128.const i32x4 0 0 0 0))
        (local.set $c0 (v128.const i32x4 0 0 0 0)) (local.set $c1 (v128.const i32x4 0 0 0 0))
        (local.set $d0 (v128.const i32x4 0 0 0 0)) (local.set $d1 (v128.const i32x4 0 0 0 0))
        ;; Two pairs of rows a turn.
        (loop $pairs
          (local.set $w0 (v128.load (local.get $at)))
          (local.set $w1 (v128.load offset=16 (local.get $at)))
          (local.set $s (v128.load32_splat (local.get $a)))
          (local.set $a0 (i32x4.add (local.get $a0) (i32x4.dot_i16x8_s (local.get $s) (local.get $w0))))
          (local.set $a1 (i32x4.add (local.get $a1) (i32x4.dot_i16x8_s (local.get $s) (local.get $w1))))
          (local.set $s (v128.load32_splat (local.get $b)))
          (local.set $b0 (i32x4.add (local.get $b0) (i32x4.dot_i16x8_s (local.get $s) (local.get $w0))))
          (local.set $b1 (i32x4.add (local.get $b1) (i32x4.dot_i16x8_s (local.get $s) (local.get $w1))))
          (local.set $s (v128.load32_splat (local.get $c)))
          (local.set $c0 (i32x4.add (local.get $c0) (i32x4.dot_i16x8_s (local.get $s) (local.get $w0))))
          (local.set $c1 (i32x4.add (local.get $c1) (i32x4.dot_i16x8_s (local.get $s) (local.get $w1))))
          (local.set $s (v128.load32_splat (local.get $d)))
          (local.set $d0 (i32x4.add (local.get $d0) (i32x4.dot_i16x8_s (local.get $s) (local.get $w0))))
          (local.set $d1 (i32x4.add (local.get $d1) (i32x4.dot_i16x8_s (local.get $s) (local.get $w1))))
          (local.set $w0 (v128.load offset=32 (local.get $at)))
          (local.set $w1 (v128.load offset=48 (local.get $at)))
          (local.set $s (v128.load32_splat offset=4 (local.get $a)))
          (local.set $a0 (i32x4.add (local.get $a0) (i32x4.dot_i16x8_s (local.get $s) (local.get $w0))))
          (local.set $a1 (i32x4.add (local.get $a1) (i32x4.dot_i16x8_s (local.get $s) (local.get $w1))))
          (local.set $s (v128.load32_splat offset=4 (local.get $b)))
          (local.set $b0 (i32x4.add (local.get $b0) (i32x4.dot_i16x8_s (local.get $s) (local.get $w0))))
          (local.set $b1 (i32x4.add (local.get $b1) (i32x4.dot_i16x8_s (local.get $s) (local.get $w1))))
          (local.set $s (v128.load32_splat offset=4 (local.get $c)))
          (local.set $c0 (i32x4.add (local.get $c0) (i32x4.dot_i16x8_s (local.get $s) (local.get $w0))))
          (local.set $c1 (i32x4.add (local.get $c1) (i32x4.dot_i16x8_s (local.get $s) (local.get $w1))))
          (local.set $s (v128.load32_splat offset=4 (local.get $d)))
          (local.set $d0 (i32x4.add (local.get $d0) (i32x4.dot_i16x8_s (local.get $s) (local.get $w0))))
          (local.set $d1 (i32x4.add (local.get $d1) (i32x4.dot_i16x8_s (local.get $s) (local.get $w1))))
          (local.set $at (i32.add (local.get $at) (i32.const 64)))
          (local.set $a (i32.add (local.get $a) (i32.const 8)))
          (local.set $b (i32.add (local.get $b) (i32.const 8)))
          (local.set $c (i32.add (local.get $c) (i32.const 8)))
          (local.set $d (i32.add (local.get $d) (i32.const 8)))
          (br_if $pairs (i32.lt_u (local.get $a) (local.get $stop))))
        (v128.store (local.get $to)
          (f32x4.add (local.get $bias0) (f32x4.mul (local.get $scale0) (f32x4.convert_i32x4_s (local.get $a0)))))
        (v128.store offset=16 (local.get $to)
          (f32x4.add (local.get $bias1) (f32x4.mul (local.get $scale1) (f32x4.convert_i32x4_s (local.get $a1)))))
        (local.set $to (i32.add (local.get $to) (local.get $stride)))
        (v128.store (local.get $to)
          (f32x4.add (local.get $bias0) (f32x4.mul (local.get $scale0) (f32x4.convert_i32x4_s (local.get $b0)))))
        (v128.store offset=16 (local.get $to)
          (f32x4.add (local.get $bias1) (f32x4.mul (local.get $scale1) (f32x4.convert_i32x4_s (local.get $b1)))))
        (local.set $to (i32.add (local.get $to) (local.get $stride)))
        (v128.store (local.get $to)
          (f32x4.add (local.get $bias0) (f32x4.mul (local.get $scale0) (f32x4.convert_i32x4_s (local.get $c0)))))
        (v128.store offset=16 (local.get $to)
          (f32x4.add (local.get $bias1) (f32x4.mul (local.get $scale1) (f32x4.convert_i32x4_s (local.get $c1)))))
        (local.set $to (i32.add (local.get $to) (local.get $stride)))
        (v128.store (local.get $to)
          (f32x4.add (local.get $bias0) (f32x4.mul (local.get $scale0) (f32x4.convert_i32x4_s (local.get $d0)))))
        (v128.store offset=16 (local.get $to)
          (f32x4.add (local.get $bias1) (f32x4.mul (local.get $scale1) (f32x4.convert_i32x4_s (local.get $d1)))))
        (local.set $to (i32.add (local.get $to) (local.get $stride)))
        (local.set $row (i32.add (local.get $row) (i32.shl (local.get $xStep) (i32.const 2))))
        (br_if $fours (i32.lt_u (local.get $row) (local.get $rows))))
      (local.set $w (i32.add (local.get $w) (i32.shl (local.get $k) (i32.const 4))))
      (local.set $column (i32.add (local.get $column) (i32.const 8)))
      (br_if $columns (i32.lt_u (local.get $column) (local.get $n)))))

  ;; The same for x between 0 and 127, a byte each, and w in bytes: four times as many products in an instruction. The instruction
  ;; is a relaxed one, whose answer is the same everywhere as long as x keeps to seven bits.
  ;; x: rows $xStep bytes apart. w: for each 8 columns the fours of rows one behind the other. $m and $k are multiples of 4, $n of 8.
  (func (export "product7")
    (param $x i32) (param $xStep i32) (param $w i32) (param $scale i32) (param $bias i32) (param $out i32)
    (param $m i32) (param $k i32) (param $n i32)
    (local $row i32) (local $rows i32) (local $column i32) (local $width i32) (local $stride i32)
    (local $a i32) (local $b i32) (local $c i32) (local $d i32) (local $at i32) (local $stop i32) (local $to i32)
    (local $w0 v128) (local $w1 v128) (local $s v128)
    (local $a0 v128) (local $a1 v128) (local $b0 v128) (local $b1 v128)
    (local $c0 v128) (local $c1 v128) (local $d0 v128) (local $d1 v128)
    (local $scale0 v128) (local $scale1 v128) (local $bias0 v128) (local $bias1 v128)
    (local.set $width (local.get $k))
    (local.set $stride (i32.shl (local.get $n) (i32.const 2)))
    (local.set $rows (i32.mul (local.get $m) (local.get $xStep)))
    (local.set $column (i32.const 0))
    (loop $columns
      (local.set $scale0 (v128.load (i32.add (local.get $scale) (i32.shl (local.get $column) (i32.const 2)))))
      (local.set $scale1 (v128.load offset=16 (i32.add (local.get $scale) (i32.shl (local.get $column) (i32.const 2)))))
      (local.set $bias0 (v128.load (i32.add (local.get $bias) (i32.shl (local.get $column) (i32.const 2)))))
      (local.set $bias1 (v128.load offset=16 (i32.add (local.get $bias) (i32.shl (local.get $column) (i32.const 2)))))
      (local.set $row (i32.const 0))
      (local.set $to (i32.add (local.get $out) (i32.shl (local.get $column) (i32.const 2))))
      (loop $fours
        (local.set $a (i32.add (local.get $x) (local.get $row)))
        (local.set $b (i32.add (local.get $a) (local.get $xStep)))
        (local.set $c (i32.add (local.get $b) (local.get $xStep)))
        (local.set $d (i32.add (local.get $c) (local.get $xStep)))
        (local.set $stop (i32.add (local.get $a) (local.get $width)))
        (local.set $at (local.get $w))
        (local.set $a0 (v128.const i32x4 0 0 0 0)) (local.set $a1 (v128.const i32x4 0 0 0 0))
        (local.set $b0 (v128.const i32x4 0 0 0 0)) (local.set $b1 (v128.const i32x4 0 0 0 0))
        (local.set $c0 (v128.const i32x4 0 0 0 0)) (local.set $c1 (v128.const i32x4 0 0 0 0))
        (local.set $d0 (v128.const i32x4 0 0 0 0)) (local.set $d1 (v128.const i32x4 0 0 0 0))
        (loop $pairs
          (local.set $w0 (v128.load (local.get $at)))
          (local.set $w1 (v128.load offset=16 (local.get $at)))
          (local.set $s (v128.load32_splat (local.get $a)))
          (local.set $a0
            (i32x4.relaxed_dot_i8x16_i7x16_add_s (local.get $w0) (local.get $s) (local.get $a0)))
          (local.set $a1
            (i32x4.relaxed_dot_i8x16_i7x16_add_s (local.get $w1) (local.get $s) (local.get $a1)))
          (local.set $s (v128.load32_splat (local.get $b)))
          (local.set $b0
            (i32x4.relaxed_dot_i8x16_i7x16_add_s (local.get $w0) (local.get $s) (local.get $b0)))
          (local.set $b1
            (i32x4.relaxed_dot_i8x16_i7x16_add_s (local.get $w1) (local.get $s) (local.get $b1)))
          (local.set $s (v128.load32_splat (local.get $c)))
          (local.set $c0
            (i32x4.relaxed_dot_i8x16_i7x16_add_s (local.get $w0) (local.get $s) (local.get $c0)))
          (local.set $c1
            (i32x4.relaxed_dot_i8x16_i7x16_add_s (local.get $w1) (local.get $s) (local.get $c1)))
          (local.set $s (v128.load32_splat (local.get $d)))
          (local.set $d0
            (i32x4.relaxed_dot_i8x16_i7x16_add_s (local.get $w0) (local.get $s) (local.get $d0)))
          (local.set $d1
            (i32x4.relaxed_dot_i8x16_i7x16_add_s (local.get $w1) (local.get $s) (local.get $d1)))
          (local.set $at (i32.add (local.get $at) (i32.const 32)))
          (local.set $a (i32.add (local.get $a) (i32.const 4)))
          (local.set $b (i32.add (local.get $b) (i32.const 4)))
          (local.set $c (i32.add (local.get $c) (i32.const 4)))
          (local.set $d (i32.add (local.get $d) (i32.const 4)))
          (br_if $pairs (i32.lt_u (local.get $a) (local.get $stop))))
        (v128.store (local.get $to)
          (f32x4.add (local.get $bias0) (f32x4.mul (local.get $scale0) (f32x4.convert_i32x4_s (local.get $a0)))))
        (v128.store offset=16 (local.get $to)
          (f32x4.add (local.get $bias1) (f32x4.mul (local.get $scale1) (f32x4.convert_i32x4_s (local.get $a1)))))
        (local.set $to (i32.add (local.get $to) (local.get $stride)))
        (v128.store (local.get $to)
          (f32x4.add (local.get $bias0) (f32x4.mul (local.get $scale0) (f32x4.convert_i32x4_s (local.get $b0)))))
        (v128.store offset=16 (local.get $to)
          (f32x4.add (local.get $bias1) (f32x4.mul (local.get $scale1) (f32x4.convert_i32x4_s (local.get $b1)))))
        (local.set $to (i32.add (local.get $to) (local.get $stride)))
        (v128.store (local.get $to)
          (f32x4.add (local.get $bias0) (f32x4.mul (local.get $scale0) (f32x4.convert_i32x4_s (local.get $c0)))))
        (v128.store offset=16 (local.get $to)
          (f32x4.add (local.get $bias1) (f32x4.mul (local.get $scale1) (f32x4.convert_i32x4_s (local.get $c1)))))
        (local.set $to (i32.add (local.get $to) (local.get $stride)))
        (v128.store (local.get $to)
          (f32x4.add (local.get $bias0) (f32x4.mul (local.get $scale0) (f32x4.convert_i32x4_s (local.get $d0)))))
        (v128.store offset=16 (local.get $to)
          (f32x4.add (local.get $bias1) (f32x4.mul (local.get $scale1) (f32x4.convert_i32x4_s (local.get $d1)))))
        (local.set $to (i32.add (local.get $to) (local.get $stride)))
        (local.set $row (i32.add (local.get $row) (i32.shl (local.get $xStep) (i32.const 2))))
        (br_if $fours (i32.lt_u (local.get $row) (local.get $rows))))
      (local.set $w (i32.add (local.get $w) (i32.shl (local.get $k) (i32.const 3))))
      (local.set $column (i32.add (local.get $column) (i32.const 8)))
      (br_if $columns (i32.lt_u (local.get $column) (local.get $n)))))

  ;; Numbers of 1/16384 between -1 and 1 in steps of 1/64, 64 for nothing, so that they keep to seven bits; $count is a multiple of 16.
  (func (export "seven") (param $x i32) (param $out i32) (param $count i32)
    (loop $sixteens
      (v128.store (local.get $out)
        (i8x16.narrow_i16x8_u
          (call $sevenBits (v128.load (local.get $x)))
          (call $sevenBits (v128.load offset=16 (local.get $x)))))
      (local.set $x (i32.add (local.get $x) (i32.const 32)))
      (local.set $out (i32.add (local.get $out) (i32.const 16)))
      (br_if $sixteens (i32.gt_s (local.tee $count (i32.sub (local.get $count) (i32.const 16))) (i32.const 0)))))

  (func $sevenBits (param $x v128) (result v128)
    (i16x8.min_s
      (i16x8.splat (i32.const 127))
      (i16x8.add
        (i16x8.splat (i32.const 64))
        (i16x8.shr_s (i16x8.add_sat_s (local.get $x) (i16x8.splat (i32.const 128))) (i32.const 8)))))

  ;; One direction of a layer of simple recurrent units over the words of a sentence, eight cells at a time.
  ;; $y: float32 of the first word in walking order (candidate, forget, reset: $hidden each), $yStep bytes from word to word.
  ;; $peep: float32, what the cell tells the forget and the reset gate. $skip: int16 of 1/16384, or 0. $out: int16 of 1/16384.
  (func (export "recur")
    (param $y i32) (param $yStep i32) (param $peep i32) (param $skip i32) (param $out i32) (param $outStep i32)
    (param $words i32) (param $hidden i32)
    (local $cell i32) (local $third i32) (local $left i32) (local $from i32) (local $to i32) (local $over i32)
    (local $c0 v128) (local $c1 v128) (local $f0 v128) (local $f1 v128) (local $r0 v128) (local $r1 v128)
    (local $pf0 v128) (local $pf1 v128) (local $pr0 v128) (local $pr1 v128) (local $a v128) (local $s v128)
    (local.set $third (i32.shl (local.get $hidden) (i32.const 2)))
    (loop $cells
      (local.set $from (i32.add (local.get $y) (i32.shl (local.get $cell) (i32.const 2))))
      (local.set $to (i32.add (local.get $out) (i32.shl (local.get $cell) (i32.const 1))))
      (local.set $over (i32.add (local.get $skip) (i32.shl (local.get $cell) (i32.const 1))))
      (local.set $pf0 (v128.load (i32.add (local.get $peep) (i32.shl (local.get $cell) (i32.const 2)))))
      (local.set $pf1 (v128.load offset=16 (i32.add (local.get $peep) (i32.shl (local.get $cell) (i32.const 2)))))
      (local.set $pr0
        (v128.load (i32.add (i32.add (local.get $peep) (local.get $third)) (i32.shl (local.get $cell) (i32.const 2)))))
      (local.set $pr1
        (v128.load offset=16
          (i32.add (i32.add (local.get $peep) (local.get $third)) (i32.shl (local.get $cell) (i32.const 2)))))
      (local.set $c0 (v128.const f32x4 0 0 0 0))
      (local.set $c1 (v128.const f32x4 0 0 0 0))
      (local.set $left (local.get $words))
      (loop $walk
        (local.set $f0
          (call $gate
            (f32x4.add
              (v128.load (i32.add (local.get $from) (local.get $third)))
              (f32x4.mul (local.get $pf0) (local.get $c0)))))
        (local.set $f1
          (call $gate
            (f32x4.add
              (v128.load offset=16 (i32.add (local.get $from) (local.get $third)))
              (f32x4.mul (local.get $pf1) (local.get $c1)))))
        (local.set $r0
          (call $gate
            (f32x4.add
              (v128.load (i32.add (local.get $from) (i32.shl (local.get $third) (i32.const 1))))
              (f32x4.mul (local.get $pr0) (local.get $c0)))))
        (local.set $r1
          (call $gate
            (f32x4.add
              (v128.load offset=16 (i32.add (local.get $from) (i32.shl (local.get $third) (i32.const 1))))
              (f32x4.mul (local.get $pr1) (local.get $c1)))))
        ;; c = a + f * (c - a)
        (local.set $a (v128.load (local.get $from)))
        (local.set $c0
          (f32x4.add (local.get $a) (f32x4.mul (local.get $f0) (f32x4.sub (local.get $c0) (local.get $a)))))
        (local.set $a (v128.load offset=16 (local.get $from)))
        (local.set $c1
          (f32x4.add (local.get $a) (f32x4.mul (local.get $f1) (f32x4.sub (local.get $c1) (local.get $a)))))
        ;; h = s + r * (squash(c) - s)
        (local.set $f0 (f32x4.mul (f32x4.splat (f32.const 16384)) (call $squash (local.get $c0))))
        (local.set $f1 (f32x4.mul (f32x4.splat (f32.const 16384)) (call $squash (local.get $c1))))
        (if (local.get $skip)
          (then
            (local.set $s (f32x4.convert_i32x4_s (v128.load16x4_s (local.get $over))))
            (local.set $f0
              (f32x4.add (local.get $s) (f32x4.mul (local.get $r0) (f32x4.sub (local.get $f0) (local.get $s)))))
            (local.set $s (f32x4.convert_i32x4_s (v128.load16x4_s offset=8 (local.get $over))))
            (local.set $f1
              (f32x4.add (local.get $s) (f32x4.mul (local.get $r1) (f32x4.sub (local.get $f1) (local.get $s)))))
            (local.set $over (i32.add (local.get $over) (local.get $outStep))))
          (else
            (local.set $f0 (f32x4.mul (local.get $r0) (local.get $f0)))
            (local.set $f1 (f32x4.mul (local.get $r1) (local.get $f1)))))
        (v128.store (local.get $to)
          (i16x8.narrow_i32x4_s
            (i32x4.trunc_sat_f32x4_s (f32x4.nearest (local.get $f0)))
            (i32x4.trunc_sat_f32x4_s (f32x4.nearest (local.get $f1)))))
        (local.set $from (i32.add (local.get $from) (local.get $yStep)))
        (local.set $to (i32.add (local.get $to) (local.get $outStep)))
        (br_if $walk (local.tee $left (i32.sub (local.get $left) (i32.const 1)))))
      (local.set $cell (i32.add (local.get $cell) (i32.const 8)))
      (br_if $cells (i32.lt_u (local.get $cell) (local.get $hidden)))))

  ;; Each word's vector and the sum of its learned vectors, side by side: int16 of 1/2048.
  ;; $rows: int32, $width a word, the first a place in $vectors, the others in $forms (int8 both, $vector and $form a row).
  ;; $vector and $form are multiples of 16.
  (func (export "embed")
    (param $rows i32) (param $width i32) (param $words i32)
    (param $vectors i32) (param $vector i32) (param $vectorScale f32)
    (param $forms i32) (param $form i32) (param $formScale f32) (param $out i32)
    (local $cell i32) (local $at i32) (local $stop i32) (local $from i32)
    (local $low v128) (local $high v128) (local $bytes v128)
    (loop $each
      (local.set $from (i32.add (local.get $vectors) (i32.mul (i32.load (local.get $rows)) (local.get $vector))))
      (local.set $cell (i32.const 0))
      (loop $cells
        (local.set $bytes (v128.load (i32.add (local.get $from) (local.get $cell))))
        (call $stretch
          (i16x8.extend_low_i8x16_s (local.get $bytes))
          (local.get $vectorScale)
          (i32.add (local.get $out) (i32.shl (local.get $cell) (i32.const 1))))
        (call $stretch
          (i16x8.extend_high_i8x16_s (local.get $bytes))
          (local.get $vectorScale)
          (i32.add (i32.const 16) (i32.add (local.get $out) (i32.shl (local.get $cell) (i32.const 1)))))
        (local.set $cell (i32.add (local.get $cell) (i32.const 16)))
        (br_if $cells (i32.lt_u (local.get $cell) (local.get $vector))))
      (local.set $out (i32.add (local.get $out) (i32.shl (local.get $vector) (i32.const 1))))
      (local.set $stop (i32.add (local.get $rows) (i32.shl (local.get $width) (i32.const 2))))
      (local.set $cell (i32.const 0))
      (loop $cells
        (local.set $low (v128.const i32x4 0 0 0 0))
        (local.set $high (v128.const i32x4 0 0 0 0))
        (local.set $at (i32.add (local.get $rows) (i32.const 4)))
        (loop $tables
          (local.set $bytes
            (v128.load
              (i32.add
                (i32.add (local.get $forms) (i32.mul (i32.load (local.get $at)) (local.get $form)))
                (local.get $cell))))
          (local.set $low (i16x8.add (local.get $low) (i16x8.extend_low_i8x16_s (local.get $bytes))))
          (local.set $high (i16x8.add (local.get $high) (i16x8.extend_high_i8x16_s (local.get $bytes))))
          (local.set $at (i32.add (local.get $at) (i32.const 4)))
          (br_if $tables (i32.lt_u (local.get $at) (local.get $stop))))
        (call $stretch (local.get $low) (local.get $formScale)
          (i32.add (local.get $out) (i32.shl (local.get $cell) (i32.const 1))))
        (call $stretch (local.get $high) (local.get $formScale)
          (i32.add (i32.const 16) (i32.add (local.get $out) (i32.shl (local.get $cell) (i32.const 1)))))
        (local.set $cell (i32.add (local.get $cell) (i32.const 16)))
        (br_if $cells (i32.lt_u (local.get $cell) (local.get $form))))
      (local.set $out (i32.add (local.get $out) (i32.shl (local.get $form) (i32.const 1))))
      (local.set $rows (local.get $stop))
      (br_if $each (local.tee $words (i32.sub (local.get $words) (i32.const 1))))))

  ;; out[i] = the sum of the table rows of word i, times $step, and of $each (float32, $eachStep bytes from word to word) and
  ;; $every (float32, the same for all words), in whole numbers of 1/$unit; rows of $size int16, $outStep bytes apart.
  ;; $rows: int32, $width a word; $tables: int8, $size a row, a multiple of 8.
  (func (export "gather")
    (param $rows i32) (param $width i32) (param $words i32) (param $tables i32) (param $size i32) (param $step f32)
    (param $each i32) (param $eachStep i32) (param $every i32) (param $unit f32) (param $out i32) (param $outStep i32)
    (local $cell i32) (local $at i32) (local $stop i32) (local $four i32)
    (local $sum v128) (local $low v128) (local $high v128)
    (loop $eachWord
      (local.set $stop (i32.add (local.get $rows) (i32.shl (local.get $width) (i32.const 2))))
      (local.set $cell (i32.const 0))
      (loop $cells
        (local.set $sum (v128.const i32x4 0 0 0 0))
        (local.set $at (local.get $rows))
        (loop $tablesOf
          (local.set $sum
            (i16x8.add (local.get $sum)
              (v128.load8x8_s
                (i32.add
                  (i32.add (local.get $tables) (i32.mul (i32.load (local.get $at)) (local.get $size)))
                  (local.get $cell)))))
          (local.set $at (i32.add (local.get $at) (i32.const 4)))
          (br_if $tablesOf (i32.lt_u (local.get $at) (local.get $stop))))
        (local.set $four (i32.shl (local.get $cell) (i32.const 2)))
        (local.set $low
          (f32x4.add
            (f32x4.mul (f32x4.splat (local.get $step)) (f32x4.convert_i32x4_s (i32x4.extend_low_i16x8_s (local.get $sum))))
            (f32x4.add
              (v128.load (i32.add (local.get $each) (local.get $four)))
              (v128.load (i32.add (local.get $every) (local.get $four))))))
        (local.set $high
          (f32x4.add
            (f32x4.mul (f32x4.splat (local.get $step)) (f32x4.convert_i32x4_s (i32x4.extend_high_i16x8_s (local.get $sum))))
            (f32x4.add
              (v128.load offset=16 (i32.add (local.get $each) (local.get $four)))
              (v128.load offset=16 (i32.add (local.get $every) (local.get $four))))))
        (v128.store (i32.add (local.get $out) (i32.shl (local.get $cell) (i32.const 1)))
          (i16x8.narrow_i32x4_s
            (i32x4.trunc_sat_f32x4_s (f32x4.nearest (f32x4.mul (f32x4.splat (local.get $unit)) (local.get $low))))
            (i32x4.trunc_sat_f32x4_s (f32x4.nearest (f32x4.mul (f32x4.splat (local.get $unit)) (local.get $high))))))
        (local.set $cell (i32.add (local.get $cell) (i32.const 8)))
        (br_if $cells (i32.lt_u (local.get $cell) (local.get $size))))
      (local.set $each (i32.add (local.get $each) (local.get $eachStep)))
      (local.set $out (i32.add (local.get $out) (local.get $outStep)))
      (local.set $rows (local.get $stop))
      (br_if $eachWord (local.tee $words (i32.sub (local.get $words) (i32.const 1))))))

  ;; Eight whole numbers times $scale, rounded.
  (func $stretch (param $x v128) (param $scale f32) (param $out i32)
    (v128.store (local.get $out)
      (i16x8.narrow_i32x4_s
        (i32x4.trunc_sat_f32x4_s
          (f32x4.nearest
            (f32x4.mul (f32x4.splat (local.get $scale)) (f32x4.convert_i32x4_s (i32x4.extend_low_i16x8_s (local.get $x))))))
        (i32x4.trunc_sat_f32x4_s
          (f32x4.nearest
            (f32x4.mul
              (f32x4.splat (local.get $scale))
              (f32x4.convert_i32x4_s (i32x4.extend_high_i16x8_s (local.get $x)))))))))

  ;; out = what of a is above 0, in whole numbers of 1/$scale; $count is a multiple of 8.
  (func (export "rectify") (param $a i32) (param $scale f32) (param $out i32) (param $count i32)
    (local $by v128)
    (local.set $by (f32x4.splat (local.get $scale)))
    (loop $eights
      (v128.store (local.get $out)
        (i16x8.narrow_i32x4_s
          (i32x4.trunc_sat_f32x4_s
            (f32x4.nearest
              (f32x4.max (f32x4.splat (f32.const 0)) (f32x4.mul (local.get $by) (v128.load (local.get $a))))))
          (i32x4.trunc_sat_f32x4_s
            (f32x4.nearest
              (f32x4.max (f32x4.splat (f32.const 0)) (f32x4.mul (local.get $by) (v128.load offset=16 (local.get $a))))))))
      (local.set $a (i32.add (local.get $a) (i32.const 32)))
      (local.set $out (i32.add (local.get $out) (i32.const 16)))
      (br_if $eights (i32.gt_s (local.tee $count (i32.sub (local.get $count) (i32.const 8))) (i32.const 0)))))

  ;; out = a in whole numbers of 1/$scale; $count is a multiple of 8.
  (func (export "round") (param $a i32) (param $scale f32) (param $out i32) (param $count i32)
    (local $by v128)
    (local.set $by (f32x4.splat (local.get $scale)))
    (loop $eights
      (v128.store (local.get $out)
        (i16x8.narrow_i32x4_s
          (i32x4.trunc_sat_f32x4_s
            (f32x4.nearest
              (f32x4.mul (local.get $by) (v128.load (local.get $a)))))
          (i32x4.trunc_sat_f32x4_s
            (f32x4.nearest
              (f32x4.mul (local.get $by) (v128.load offset=16 (local.get $a)))))))
      (local.set $a (i32.add (local.get $a) (i32.const 32)))
      (local.set $out (i32.add (local.get $out) (i32.const 16)))
      (br_if $eights (i32.gt_s (local.tee $count (i32.sub (local.get $count) (i32.const 8))) (i32.const 0)))))

  ;; out[i][j] = sum over k of a[i][k] * b[j][k], exact whole numbers; rows lie $aStep and $bStep bytes apart, $k is a multiple of 8.
  (func (export "pairs")
    (param $a i32) (param $aStep i32) (param $b i32) (param $bStep i32) (param $out i32)
    (param $rows i32) (param $columns i32) (param $k i32)
    (local $j i32) (local $from i32) (local $over i32) (local $stop i32) (local $bytes i32) (local $sum v128)
    (local.set $bytes (i32.shl (local.get $k) (i32.const 1)))
    (loop $eachRow
      (local.set $j (local.get $columns))
      (local.set $over (local.get $b))
      (local.set $stop (i32.add (local.get $a) (local.get $bytes)))
      (loop $eachColumn
        (local.set $sum (v128.const i32x4 0 0 0 0))
        (local.set $from (local.get $a))
        (loop $eights
          (local.set $sum
            (i32x4.add (local.get $sum)
              (i32x4.dot_i16x8_s
                (v128.load (local.get $from))
                (v128.load (i32.add (local.get $over) (i32.sub (local.get $from) (local.get $a)))))))
          (local.set $from (i32.add (local.get $from) (i32.const 16)))
          (br_if $eights (i32.lt_u (local.get $from) (local.get $stop))))
        (i32.store (local.get $out)
          (i32.add
            (i32.add (i32x4.extract_lane 0 (local.get $sum)) (i32x4.extract_lane 1 (local.get $sum)))
            (i32.add (i32x4.extract_lane 2 (local.get $sum)) (i32x4.extract_lane 3 (local.get $sum)))))
        (local.set $out (i32.add (local.get $out) (i32.const 4)))
        (local.set $over (i32.add (local.get $over) (local.get $bStep)))
        (br_if $eachColumn (local.tee $j (i32.sub (local.get $j) (i32.const 1)))))
      (local.set $a (i32.add (local.get $a) (local.get $aStep)))
      (br_if $eachRow (local.tee $rows (i32.sub (local.get $rows) (i32.const 1))))))
)
