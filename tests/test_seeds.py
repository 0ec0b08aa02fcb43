import hashlib
import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
SHA256 = {
    "000_8e6ae7f51e8b896a.txt": "9ff947890b4e39c2e580cfa39c06400d7544d3d1d90ba5b197503bf76c9832cb",
    "001_9df93e9f735add0a.txt": "0f9b9dc1084a2e4f05fedb38c4073da5fbb1761c137eef58eb32826e180c04d6",
    "002_6fa638df56064d41.txt": "20a0e30de75cafc759579608ab024de2327868e8c003bb89e91f69b6e6ca4b4d",
    "003_910151cac6b3dd95.txt": "24955dbcd3fd7ef8c5f15506dd9e0474de979f61ae8b7d01e6852879acc78487",
    "004_5718ed46a52a3cac.txt": "061570e3ddbe9dc21936ec2e3d9b8cef47bac8d2a6c041af25542d6072d9943c",
}


def test_the_seeds_are_the_five_files_byte_for_byte_and_nothing_else() -> None:
    assert {
        str(path.relative_to(ROOT / "seeds")): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in (ROOT / "seeds").rglob("*")
    } == SHA256


def test_the_page_about_the_seeds_names_each_with_its_hash() -> None:
    page = (ROOT / "docs" / "seeds.md").read_text()
    assert dict(re.findall(r"\| `(.+?)` \| `(.+?)` \|", page)) == SHA256


def test_the_licence_of_the_code_is_told_apart_from_the_seeds() -> None:
    page = (ROOT / "docs" / "seeds.md").read_text()
    assert "*not* covered\nby the licence" in page
    assert "neither the wheel nor the source distribution" in page
