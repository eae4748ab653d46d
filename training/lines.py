"""Synthetic lines of machine readable zones, as a phone, a scanner or a binarised crop shows them.

A line is drawn large from an outline font, laid on a background, brought down to the size at which
a camera saw it, spoilt there, and brought up to the height the network reads. Every character's
place is known, so that each step of the network has its own answer.
"""

import math
import random

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<"
BLANK = len(ALPHABET)
UNKNOWN = -1
"""Steps beside a character's own: either answer is right."""
HEIGHT = 32
WIDTH = 320
STEP = 4

cv2.setNumThreads(1)

# Specimens are drawn with OCRB.otf, which is left out here: what is measured was never seen.
OCR_B = ["OCRBS.otf", "OCRBS.otf", "OCRBS.otf", "OCRBL.otf"]
OCR_B_FOLDER = "/usr/share/fonts/opentype/ocr-b/"
OTHER_FOLDER = "/usr/share/fonts/truetype/dejavu/"
OTHER_MONOSPACED = ["DejaVuSansMono.ttf", "DejaVuSansMono-Bold.ttf"]
PRINT = ["DejaVuSerif.ttf", "DejaVuSerif-Bold.ttf", "DejaVuSansCondensed-Bold.ttf", "DejaVuSansMono.ttf"]
SIZE = 72
"""Font size at which lines are drawn, in pixels."""

NAMES = """SMITH JONES MUELLER SCHMIDT NOVAK KOWALSKI GARCIA MARTINEZ ROSSI FERRARI NGUYEN TRAN KIM LEE WANG
ZHANG SINGH KUMAR PATEL KHAN ALI HUSSAIN IVANOV PETROVA SMIRNOV HANSEN OLSEN JOHANSSON VIRTANEN NAGY
POPESCU YILMAZ KAYA SILVA SANTOS OLIVEIRA COHEN LEVI ABE TANAKA SUZUKI OKAFOR ADEYEMI MENSAH DIALLO
ANNA MARIA JOHN PETER PAUL ERIKA MAX JULIA MICHAEL SOPHIE LUCAS EMMA ZOE XAVIER QUENTIN YVES WOLFGANG
BJORN JAKUB JIRI OUMAR FATIMA KWAME VAN DER DE LA VON SPECIMEN TRAVELER DOE HAPPY CITIZEN""".split()
STATES = """USA GBR D FRA ITA ESP POL CZE SVK AUT CHE NLD BEL SWE NOR FIN DNK EST LVA LTU RUS UKR TUR GRC BGR
ROU HUN HRV SRB SVN PRT IRL ISL CAN MEX BRA ARG CHL COL PER CHN JPN KOR IND PAK BGD THA VNM IDN PHL AUS
NZL ZAF NGA KEN EGY MAR DZA TUN ISR SAU ARE IRN IRQ UTO""".split()


def font(folder, name, size=SIZE, cache={}):
    key = (folder, name, size)
    if key not in cache:
        cache[key] = ImageFont.truetype(folder + name, size)
    return cache[key]


def text(rng):
    """What a line says: true to the formats half of the time, anything otherwise."""
    kind = rng.random()
    if kind < 0.3:
        length = rng.randint(8, 36)
        return "".join(rng.choice(ALPHABET) for _ in range(length))
    if kind < 0.42:
        return "".join(rng.choice("0123456789") for _ in range(rng.randint(8, 30)))
    if kind < 0.5:
        parts = []
        for _ in range(rng.randint(2, 7)):
            parts.append(rng.choice(ALPHABET[:36]) * rng.randint(1, 4) + "<" * rng.randint(0, 5))
        return "".join(parts)
    state = rng.choice(STATES).ljust(3, "<")
    digits = lambda count: "".join(rng.choice("0123456789") for _ in range(count))
    number = "".join(rng.choice(ALPHABET[:36] if rng.random() < 0.3 else "0123456789") for _ in range(9))
    if kind < 0.75:
        name = "<".join(rng.choice(NAMES) for _ in range(rng.randint(1, 2)))
        given = "<".join(rng.choice(NAMES) for _ in range(rng.randint(1, 3)))
        code = rng.choice(["P<", "PP", "PD", "V<", "ID", "I<", "AR", "C<", ""])
        head = code + state if code else ""
        return (head + name + "<<" + given).ljust(rng.choice([30, 36, 44]), "<")
    dates = digits(6) + digits(1) + rng.choice("MF<") + digits(7)
    if kind < 0.9:
        tail = (digits(rng.randint(0, 12))).ljust(rng.choice([7, 14]), "<")
        return number + digits(1) + state + dates + tail + digits(rng.randint(0, 2))
    if kind < 0.95:
        return (rng.choice(["I<", "ID", "C1", "AC", "IR"]) + state + number + digits(1)).ljust(30, "<")
    return (dates + state).ljust(29, "<") + digits(1)


def draw(rng, line, face):
    """Ink on white, with the centre of every character. Characters stand at an even pitch."""
    advance = face.getlength("0")
    pitch = advance * rng.uniform(0.92, 1.12)
    margin = int(SIZE * rng.uniform(0.15, 1.0))
    height = int(SIZE * 3)
    width = int(2 * margin + pitch * len(line))
    page = Image.new("L", (width, height), 0)
    pen = ImageDraw.Draw(page)
    baseline = height // 2 + int(SIZE * 0.36)
    centres = []
    for at, character in enumerate(line):
        centre = margin + (at + 0.5) * pitch + rng.gauss(0, 0.4)
        own = face.getlength(character)
        lift = rng.gauss(0, SIZE * 0.006)
        pen.text((centre - own / 2, baseline + lift), character, font=face, fill=255, anchor="ls")
        centres.append(centre)
    # Parts of the lines above and below, as crops that are a little too high show them.
    if rng.random() < 0.5:
        spacing = SIZE * rng.uniform(1.15, 1.9)
        for side in (-1, 1):
            if rng.random() < 0.6:
                other = "".join(rng.choice(ALPHABET) for _ in line)
                for at, character in enumerate(other):
                    centre = margin + (at + 0.5) * pitch
                    own = face.getlength(character)
                    pen.text((centre - own / 2, baseline + side * spacing), character, font=face, fill=255, anchor="ls")
    return np.asarray(page), centres, height / 2


def thickened(rng, ink):
    choice = rng.random()
    size = rng.choice([2, 3, 3, 4, 5])
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (size, size))
    if choice < 0.3:
        return cv2.dilate(ink, kernel)
    if choice < 0.4:
        return cv2.erode(ink, np.ones((2, 2), np.uint8))
    return ink


def background(rng, nrng, height, width):
    base = rng.uniform(120, 255)
    ground = np.full((height, width), base, np.float32)
    if rng.random() < 0.7:
        coarse = nrng.normal(0, rng.uniform(2, 22), (rng.randint(1, 4), rng.randint(2, 12))).astype(np.float32)
        ground += cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC)
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    for _ in range(rng.randint(0, 4)):
        # Guilloches and security lines.
        length, angle = rng.uniform(4, 60), rng.uniform(0, math.pi)
        bend = rng.uniform(0, 12) * np.sin(x / rng.uniform(20, 200) + rng.uniform(0, 6))
        phase = (x * math.cos(angle) + (y + bend) * math.sin(angle)) / length * 2 * math.pi
        wave = np.sin(phase)
        if rng.random() < 0.5:
            wave = (wave > rng.uniform(0.5, 0.9)).astype(np.float32)
        ground += wave * rng.uniform(-28, 14)
    return ground


def degraded(rng, nrng, line, negative=False):
    """A strip of `HEIGHT` rows with the answer for each of its steps."""
    roll = rng.random()
    if negative and rng.random() < 0.6:
        face = font(OTHER_FOLDER, rng.choice(PRINT))
        line = "".join(rng.choice([w.title(), w.lower(), w, w.title()]) + rng.choice([" ", ". ", "/", " "]) for w in rng.sample(NAMES, 6))
        flip = False
    else:
        flip = negative
        if roll < 0.07:
            face, slanted = font(OTHER_FOLDER, rng.choice(OTHER_MONOSPACED)), False
        else:
            name = rng.choice(OCR_B)
            face, slanted = font(OCR_B_FOLDER, name), name == "OCRBL.otf"
    ink, centres, middle = draw(rng, line, face)
    ink = thickened(rng, ink)
    height, width = ink.shape

    # Pitch of the strip, in pixels, and how high its characters stand in it.
    capital = SIZE * 0.72
    strip_capital = HEIGHT * rng.uniform(0.42, 0.9)
    scale = strip_capital / capital
    stretch = rng.uniform(0.78, 1.25)
    slant = rng.gauss(0, 0.05) + (-0.21 if not negative and roll >= 0.07 and slanted and rng.random() < 0.8 else 0.0)
    tilt = rng.gauss(0, 0.012)
    wave = rng.uniform(0, 0.05) * strip_capital if rng.random() < 0.4 else 0.0
    period = rng.uniform(200, 900)
    offset = rng.uniform(-0.5, 0.5) * (HEIGHT - strip_capital) * 0.8

    # The window of the line that the strip shows.
    sx, sy = scale * stretch, scale
    total = width * sx
    start = rng.uniform(-8, max(total - WIDTH + 8, 0)) if total > WIDTH else -rng.uniform(0, WIDTH - total)

    # The camera's size: how many pixels a character's pitch had when it was seen.
    pitch = (centres[1] - centres[0]) * sx
    seen = math.exp(rng.uniform(math.log(5.5), math.log(34)))
    down = min(seen / pitch, 1.6)
    w, h = max(int(WIDTH * down), 24), max(int(HEIGHT * down), 6)
    dx, dy = w / WIDTH, h / HEIGHT

    over = 3
    xs = (np.arange(w * over, dtype=np.float32) + 0.5) / (dx * over)
    ys = (np.arange(h * over, dtype=np.float32) + 0.5) / (dy * over)
    gx, gy = np.meshgrid(xs, ys)
    along = gx - WIDTH / 2
    source_y = (gy - HEIGHT / 2 - offset - along * tilt - wave * np.sin(gx / period * 2 * math.pi + roll * 6)) / sy
    source_x = (gx + start) / sx + source_y * slant
    mask = cv2.remap(ink, source_x.astype(np.float32), (source_y + middle).astype(np.float32), cv2.INTER_LINEAR, borderValue=0)
    mask = cv2.resize(mask, (w, h), interpolation=cv2.INTER_AREA).astype(np.float32) / 255

    binary = not negative and rng.random() < 0.22
    picture = background(rng, nrng, h, w)
    if binary:
        # Only what stood out from its ground was worth making black and white.
        picture = 0.3 * picture + 0.7 * 215
    darkness = rng.uniform(0.7 if binary else 0.5, 1.0)
    tone = rng.uniform(0, 70)
    picture = picture * (1 - mask * darkness) + tone * mask * darkness
    if not binary and rng.random() < 0.12:
        # Glare: a bright spot that washes the ink out, not all of it.
        cx, cy, radius = rng.uniform(0, w), rng.uniform(0, h), rng.uniform(0.2, 0.8) * h * 2
        yy, xx = np.mgrid[0:h, 0:w]
        spot = np.exp(-(((xx - cx) / radius) ** 2 + ((yy - cy) / radius) ** 2))
        picture += spot * rng.uniform(20, 90)
    if rng.random() < 0.65:
        sigma = rng.uniform(0.2, 1.0) * (1 if seen < 14 else seen / 14)
        picture = cv2.GaussianBlur(picture, (0, 0), sigma)
    if rng.random() < 0.2:
        size = max(2, int(rng.uniform(0.1, 0.3) * seen))
        kernel = np.zeros((size, size), np.float32)
        if rng.random() < 0.5:
            kernel[size // 2, :] = 1.0 / size
        else:
            kernel[:, size // 2] = 1.0 / size
        picture = cv2.filter2D(picture, -1, kernel)
    low, high = rng.uniform(0, 60), rng.uniform(140, 255)
    picture = low + picture / 255 * (high - low)
    picture += nrng.normal(0, rng.uniform(0, 4 if binary else 9), picture.shape)
    picture = np.clip(picture, 0, 255).astype(np.uint8)
    if rng.random() < 0.5:
        _, packed = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, rng.randint(25, 95)])
        picture = cv2.imdecode(packed, cv2.IMREAD_GRAYSCALE)
    if binary:
        # A scanner's crop: enlarged, then black and white.
        up = rng.uniform(1.0, 2.2)
        picture = cv2.resize(picture, (int(WIDTH * up), int(HEIGHT * up)), interpolation=cv2.INTER_CUBIC)
        if rng.random() < 0.7:
            _, picture = cv2.threshold(picture, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
        else:
            size = int(HEIGHT * up * rng.uniform(0.6, 1.6)) // 2 * 2 + 3
            picture = cv2.adaptiveThreshold(picture, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY, size, rng.uniform(4, 20))
        if rng.random() < 0.4:
            picture = cv2.medianBlur(picture, 3)
    smooth = cv2.INTER_AREA if picture.shape[0] > HEIGHT else rng.choice([cv2.INTER_LINEAR, cv2.INTER_LINEAR, cv2.INTER_CUBIC])
    strip = cv2.resize(picture, (WIDTH, HEIGHT), interpolation=smooth)

    answers = np.full(WIDTH // STEP, BLANK, np.int64)
    if not negative:
        half = pitch / 2
        places = [centre * sx - start for centre in centres]
        for place, character in zip(places, line):
            first, last = (place - 0.3 * half) / STEP - 0.5, (place + 0.3 * half) / STEP - 0.5
            for near in range(max(0, math.ceil(first)), min(len(answers) - 1, math.floor(last)) + 1):
                answers[near] = UNKNOWN
            edge = place < half * 0.9 or place > WIDTH - half * 0.9
            own = round((place - STEP / 2) / STEP)
            if 0 <= own < len(answers):
                answers[own] = UNKNOWN if edge else ALPHABET.index(character)
            for near in (own - 1, own + 1):
                # A place between two steps belongs to both.
                if 0 <= near < len(answers) and abs(near * STEP + STEP / 2 - place) < 0.6 * STEP:
                    answers[near] = UNKNOWN
    elif flip:
        strip = strip[::-1, ::-1]
    if rng.random() < 0.03:
        strip = 255 - strip
    return np.ascontiguousarray(strip), answers


def example(seed):
    rng, nrng = random.Random(seed), np.random.default_rng(seed)
    return degraded(rng, nrng, text(rng), negative=rng.random() < 0.1)
