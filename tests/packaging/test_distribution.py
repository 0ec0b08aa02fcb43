"""The wheel, the source distribution and the editable install, built and used for real."""

import os
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SITE = sysconfig.get_paths()["purelib"]
PACKAGES = ("tui", "store")

pytestmark = pytest.mark.xdist_group("packaging")


def run(*command: str | Path, folder: Path, **environment: str) -> str:
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env={**kept, **environment},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist, and the wheel that was built from that sdist alone."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT, folder=folder)
    return folder


def names_in_wheel(built: Path) -> set[str]:
    (wheel,) = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def names_in_sdist(built: Path) -> set[str]:
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        return {name.partition("/")[2] for name in archive.getnames()}


def files_of_the_packages() -> set[str]:
    return {
        path.relative_to(ROOT).as_posix()
        for package in PACKAGES
        for path in (ROOT / package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_the_wheel_holds_the_packages_whole_and_the_keys(built: Path):
    names = names_in_wheel(built)
    expected = files_of_the_packages() | {"tui/keybindings.toml"}
    assert expected <= names
    assert {name.partition("/")[0] for name in names - expected} == {"sanggah-0.1.0.dist-info"}


def test_the_wheel_is_typed_and_licensed(built: Path):
    names = names_in_wheel(built)
    assert {"tui/py.typed", "store/py.typed"} <= names
    assert "sanggah-0.1.0.dist-info/licenses/LICENSE" in names


def test_the_sdist_holds_neither_the_articles_nor_the_tests(built: Path):
    names = names_in_sdist(built)
    tops = {name.partition("/")[0] for name in names}
    assert tops <= {
        *PACKAGES,
        *("keybindings.toml", "pyproject.toml", "PKG-INFO", ".gitignore"),
        *("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE"),
    }
    assert files_of_the_packages() | {"keybindings.toml", "LICENSE"} <= names


@pytest.mark.parametrize("form", ["wheel", "sdist", "editable"])
def test_each_install_works_from_another_folder(form: str, built: Path, tmp_path: Path):
    environment = tmp_path / "environment"
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    run(sys.executable, "-m", "venv", "--without-pip", environment, folder=tmp_path)
    python = environment / "bin" / "python"
    what: dict[str, list[str | Path]] = {
        "wheel": [*built.glob("*.whl")],
        "sdist": [*built.glob("*.tar.gz")],
        "editable": ["--editable", ROOT],
    }
    # Dependencies and hatchling come from the environment of the tests, so nothing is downloaded.
    run(
        *(sys.executable, "-m", "pip", "--python", python, "install", "--quiet"),
        *("--no-deps", "--no-index", "--no-build-isolation", "--ignore-installed"),
        *what[form],
        folder=elsewhere,
        PYTHONPATH=SITE,
    )
    library = next((environment / "lib").glob("python*/site-packages"))
    (library / "dependencies.pth").write_text(f"{SITE}\n", encoding="utf-8")
    where = run(
        python, "-c", "import tui, store; print(tui.__file__, store.__file__)", folder=elsewhere
    )
    home = ROOT if form == "editable" else library
    assert where.split() == [str(home / package / "__init__.py") for package in PACKAGES]

    def sanggah(*arguments: str | Path) -> str:
        return run(
            environment / "bin" / "sanggah", *arguments, folder=elsewhere, HOME=str(tmp_path)
        )

    assert "0.1.0" in sanggah("version")
    assert "next_quote" in sanggah("keys") or "Next quote" in sanggah("keys")
    article = elsewhere / "article.txt"
    article.write_text(
        'Pemerintah membantah kabar tentang bendungan\n\n"Itu tidak benar," kata Budi Santoso.\n',
        encoding="utf-8",
    )
    sanggah("add", "--store", elsewhere / "store.db", article)
    assert "Pemerintah membantah" in sanggah("list", "--store", elsewhere / "store.db")
