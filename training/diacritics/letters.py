"""Letters of print with the marks they carry, cut out of drawn lines as the product cuts them.

A line is drawn large from an outline font, between other lines, laid on a background, brought down
to the size at which a camera saw it, spoilt there, and brought up to the height at which strips are
read. Every letter of the line that could carry a mark is an example.
"""

import glob
import math
import os
import random

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from alphabet import CLASS, GROUPS, LIGATURES

WIDTH, HEIGHT = 40, 64
"""Of one letter's picture, in pixels of a strip."""
STRIP = 48
"""Height of a line's box; what is above and below it is looked at too."""
SIZE = 60
"""Font size at which lines are drawn, in pixels."""

cv2.setNumThreads(1)

# Specimens are drawn in DejaVu, which is left out here: what is measured was never seen.
FONTS = """
truetype/liberation/LiberationS*.ttf truetype/croscore/*.ttf truetype/crosextra/*.ttf
truetype/freefont/FreeS*.ttf truetype/lato/Lato-*.ttf truetype/open-sans/*.ttf
truetype/roboto/unhinted/RobotoTTF/*.ttf truetype/noto/NotoSans-*.ttf truetype/noto/NotoSerif-*.ttf
truetype/noto/NotoSansDisplay-*.ttf truetype/noto/NotoSerifDisplay-*.ttf truetype/noto/NotoSansMono-*.ttf
opentype/urw-base35/Nimbus*.otf opentype/urw-base35/P052*.otf opentype/urw-base35/C059*.otf
opentype/urw-base35/URW*.otf opentype/inter/Inter-*.otf opentype/cantarell/*.otf
opentype/linux-libertine/LinLibertine_R*.otf opentype/linux-libertine/LinBiolinum_R*.otf
""".split()
LEFT_OUT = ("Hairline", "Thin", "ExtraLight", "Black", "Symbol", "Initials", "Keyboard")
FOLDER = "/usr/share/fonts/"
ITALIC = ("Italic", "Oblique")
UNMARKED = {"upper": "BFJMQVX", "lower": "bfgjmpqvx"}
OTHERS = "0123456789-.,'/"


def faces():
    """Font files in a fixed order, each alike."""
    paths = [path for pattern in FONTS for path in sorted(glob.glob(FOLDER + pattern))]
    return [path for path in paths if not any(word in os.path.basename(path) for word in LEFT_OUT)]


FACES = faces()
UPRIGHT = [path for path in FACES if not any(word in path for word in ITALIC)]


def font(path, cache={}):
    """A font at `SIZE`, and which letters it has: those that differ from its sign for none."""
    if path not in cache:
        face = ImageFont.truetype(path, SIZE, layout_engine=ImageFont.Layout.BASIC)
        none = bytes(face.getmask("\uffff"))
        single = (letter for letter in CLASS if len(letter) == 1)
        has = {letter for letter in single if bytes(face.getmask(letter)) not in (none, b"")}
        left, top, right, bottom = face.getbbox("H", anchor="ls")
        cache[path] = face, has, -top
    return cache[path]


def word(rng, has, case, marked):
    """Letters at random, so that nothing but what is seen says which mark there is."""
    groups = [group for group in GROUPS if group[0].isupper() == (case == "upper")]
    text = ""
    for _ in range(rng.randint(2, 12)):
        if case == "upper" and rng.random() < 0.05:
            both = rng.choice(LIGATURES)
            text += both[2] if both[2] in has and rng.random() < 0.5 else both[:2]
            continue
        if rng.random() < 0.22:
            text += rng.choice(UNMARKED[case])
            continue
        group = rng.choice(groups)
        letter = rng.choice([plain for plain in group if plain.isascii()])
        if rng.random() < marked:
            letter = rng.choice([other for other in group if other in has and not other.isascii()] or letter)
        text += letter
    return text


def text(rng, has):
    kind, marked = rng.random(), rng.choice([0.2, 0.5, 0.8])
    words = []
    for _ in range(rng.randint(1, 5)):
        if kind < 0.7:
            words.append(word(rng, has, "upper", marked))
        elif kind < 0.92:
            words.append(word(rng, has, "upper", marked)[:1] + word(rng, has, "lower", marked))
        else:
            words.append(word(rng, has, "lower", marked))
        if rng.random() < 0.15:
            words[-1] += rng.choice(OTHERS)
    return rng.choice([" ", " ", " ", "-", ". "]).join(words)


def draw(rng, line, face, capital):
    """Ink on black with the centre of every letter, between lines of other print."""
    spread = rng.choice([0, 0, rng.uniform(-0.03, 0.16)]) * SIZE
    margin = SIZE // 2
    places, at = [], margin
    for letter in line:
        own = face.getlength(letter)
        places.append((at, at + own / 2))
        at += own + spread
    width, height = int(at + margin), SIZE * 4
    page = Image.new("L", (width, height), 0)
    pen = ImageDraw.Draw(page)
    baseline = height // 2 + capital // 2
    weight = rng.choice([0, 0, 0, 0, 1, 2])
    for letter, (left, _) in zip(line, places):
        pen.text((left, baseline), letter, font=face, fill=255, anchor="ls", stroke_width=weight)
    for side in (-1, 1):
        if rng.random() < 0.6:
            # A label, or the next line: smaller or as large, and sometimes close.
            other, _, tall = font(rng.choice(UPRIGHT))
            scale = rng.uniform(0.45, 1.0)
            has = set(CLASS)
            words = " ".join(word(rng, has, rng.choice(["upper", "lower", "lower"]), 0.1) for _ in range(rng.randint(1, 4)))
            own = Image.new("L", (int(width / scale) + 1, int(SIZE * 1.6)), 0)
            ImageDraw.Draw(own).text((rng.randint(-200, width // 2), SIZE * 1.15), words, font=other, fill=255, anchor="ls")
            own = own.resize((width, max(1, int(own.height * scale))), Image.BILINEAR)
            gap = SIZE * rng.uniform(0.3, 0.9)
            label_baseline = own.height * 1.15 / 1.6
            if side < 0:
                top = baseline - capital - gap - label_baseline
            else:
                top = baseline + gap + tall * scale - label_baseline
            page.paste(255, (0, int(top)), own)
    return np.asarray(page), [centre for _, centre in places], baseline - capital / 2


def background(rng, nrng, height, width):
    ground = np.full((height, width), rng.uniform(120, 255), np.float32)
    if rng.random() < 0.7:
        coarse = nrng.normal(0, rng.uniform(2, 22), (rng.randint(1, 4), rng.randint(2, 12))).astype(np.float32)
        ground += cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC)
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    for _ in range(rng.randint(0, 4)):
        # Guilloches and security lines.
        length, angle = rng.uniform(3, 50), rng.uniform(0, math.pi)
        bend = rng.uniform(0, 12) * np.sin(x / rng.uniform(20, 200) + rng.uniform(0, 6))
        wave = np.sin((x * math.cos(angle) + (y + bend) * math.sin(angle)) / length * 2 * math.pi)
        if rng.random() < 0.5:
            wave = (wave > rng.uniform(0.5, 0.9)).astype(np.float32)
        ground += wave * rng.uniform(-28, 14)
    return ground


def degraded(rng, nrng, ink, middle, capital):
    """The line as a strip, `HEIGHT` high, with the scale and the start of its letters."""
    strip_capital = STRIP * rng.uniform(0.36, 0.72)
    sy = strip_capital / capital
    sx = sy * rng.uniform(0.86, 1.14)
    slant, tilt = rng.gauss(0, 0.04), rng.gauss(0, 0.012)
    offset = rng.uniform(-1, 1) * max(2.0, (STRIP - strip_capital) * 0.3)
    width = int(ink.shape[1] * sx)
    seen = math.exp(rng.uniform(math.log(9), math.log(40)))
    down = min(seen / strip_capital, 1.3)
    w, h = max(int(width * down), 8), max(int(HEIGHT * down), 8)
    over = 1 if down > 0.9 else 2
    xs = (np.arange(w * over, dtype=np.float32) + 0.5) * (width / (w * over))
    ys = (np.arange(h * over, dtype=np.float32) + 0.5) * (HEIGHT / (h * over))
    gx, gy = np.meshgrid(xs, ys)
    source_y = (gy - HEIGHT / 2 - offset - (gx - width / 2) * tilt) / sy
    source_x = gx / sx + source_y * slant
    smooth = cv2.GaussianBlur(ink, (0, 0), max(0.3, 0.35 / (sy * down * over)))
    mask = cv2.remap(smooth, source_x, (source_y + middle).astype(np.float32), cv2.INTER_LINEAR)
    mask = cv2.resize(mask, (w, h), interpolation=cv2.INTER_AREA).astype(np.float32) / 255

    picture = background(rng, nrng, h, w)
    darkness, tone = rng.uniform(0.5, 1.0), rng.uniform(0, 80)
    picture = picture * (1 - mask * darkness) + tone * mask * darkness
    if rng.random() < 0.08:
        x, y, radius = rng.uniform(0, w), rng.uniform(0, h), rng.uniform(0.3, 1.0) * h
        yy, xx = np.mgrid[0:h, 0:w]
        picture += np.exp(-(((xx - x) / radius) ** 2 + ((yy - y) / radius) ** 2)) * rng.uniform(20, 80)
    if rng.random() < 0.7:
        picture = cv2.GaussianBlur(picture, (0, 0), rng.uniform(0.25, 1.0) * max(1.0, seen / 20))
    if rng.random() < 0.2:
        size = max(2, int(rng.uniform(0.06, 0.16) * seen))
        kernel = np.zeros((size, size), np.float32)
        if rng.random() < 0.6:
            kernel[size // 2, :] = 1.0 / size
        else:
            kernel[:, size // 2] = 1.0 / size
        picture = cv2.filter2D(picture, -1, kernel)
    low, high = rng.uniform(0, 60), rng.uniform(140, 255)
    picture = low + picture / 255 * (high - low) + nrng.normal(0, rng.uniform(0, 8), picture.shape)
    picture = np.clip(picture, 0, 255).astype(np.uint8)
    if rng.random() < 0.6:
        _, packed = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, rng.randint(35, 95)])
        picture = cv2.imdecode(packed, cv2.IMREAD_GRAYSCALE)
    if picture.shape[0] > HEIGHT:
        smoothing = cv2.INTER_AREA
    else:
        smoothing = rng.choice([cv2.INTER_LINEAR, cv2.INTER_CUBIC, cv2.INTER_CUBIC])
    strip = cv2.resize(picture, (width, HEIGHT), interpolation=smoothing)
    if rng.random() < 0.03:
        strip = 255 - strip
    # Where a letter stands at the height of the line's middle.
    return strip, lambda centre: centre * sx


def examples(seed):
    """The letters of one line: pictures and classes."""
    rng, nrng = random.Random(seed), np.random.default_rng(seed)
    face, has, capital = font(rng.choice(UPRIGHT if rng.random() < 0.85 else FACES))
    line = text(rng, has)
    ink, centres, middle = draw(rng, line, face, capital)
    strip, place = degraded(rng, nrng, ink, middle, capital)
    strip = cv2.copyMakeBorder(strip, 0, 0, WIDTH, WIDTH, cv2.BORDER_REPLICATE)
    pictures, classes = [], []
    # Steps of the recogniser are coarse, and not always where the letter is.
    bias = rng.gauss(0, 1.5)
    singles = [(letter, centre) for letter, centre in zip(line, centres) if letter in has]
    between = [(one + two, (a + b) / 2) for one, two, a, b in zip(line, line[1:], centres, centres[1:])]
    pairs = [(both, centre) for both, centre in between if both in CLASS]
    for letter, centre in singles + pairs:
        left = int(round(place(centre) + bias + rng.uniform(-5, 5) + WIDTH / 2))
        picture = strip[:, left : left + WIDTH]
        if picture.shape == (HEIGHT, WIDTH):
            pictures.append(picture)
            classes.append(CLASS[letter])
    return np.array(pictures, np.uint8).reshape(-1, HEIGHT, WIDTH), np.array(classes, np.int64)
