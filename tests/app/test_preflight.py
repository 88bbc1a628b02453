"""What a bare computer lacks is named before Qt is imported."""

import io
import shutil
import subprocess
import sys

import pytest

from app import preflight

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="other systems bring all of it")
DEBIAN = {"ID": "debian", "VERSION_ID": "13"}
MINT = {"ID": "linuxmint", "ID_LIKE": "ubuntu debian"}
FEDORA = {"ID": "fedora"}
TUMBLEWEED = {"ID": "opensuse-tumbleweed", "ID_LIKE": "opensuse suse"}


def test_it_loads_without_the_rest_of_the_program():
    code = "import sys, app.preflight; print(*sorted(m for m in sys.modules if m[:3] == 'app'))"
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["app", "app.preflight"]


@on_linux
@pytest.mark.parametrize(
    ("environ", "wanted"),
    [
        pytest.param({}, None, id="nothing"),
        pytest.param({"DISPLAY": ""}, None, id="empty"),
        pytest.param({"DISPLAY": ":0"}, "xcb", id="X11"),
        pytest.param({"WAYLAND_DISPLAY": "wayland-0"}, "wayland", id="Wayland"),
        pytest.param({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, "xcb", id="both"),
        pytest.param({"QT_QPA_PLATFORM": "offscreen"}, "offscreen", id="chosen"),
        pytest.param({"QT_QPA_PLATFORM": "wayland;xcb"}, "wayland", id="a list"),
        pytest.param({"QT_QPA_PLATFORM": "offscreen:size=800x600"}, "offscreen", id="options"),
    ],
)
def test_where_the_window_will_be(environ, wanted):
    assert preflight.display(environ) == wanted


@on_linux
def test_only_what_is_absent_is_missing(monkeypatch):
    absent = {"libEGL.so.1", "libxcb-cursor.so.0"}
    monkeypatch.setattr(preflight, "load", lambda name: None if name in absent else object())
    assert preflight.missing_libraries("offscreen") == ["libEGL.so.1"]
    assert preflight.missing_libraries("xcb") == ["libEGL.so.1", "libxcb-cursor.so.0"]


@pytest.mark.parametrize("release", [DEBIAN, MINT], ids=lambda release: release["ID"])
def test_debian_is_asked_for_packages_by_name(release):
    missing = ["libEGL.so.1", "libgthread-2.0.so.0", "libglib-2.0.so.0", "libxcb-cursor.so.0"]
    command = preflight.install_command(missing, release)
    assert command[:2] == ["apt-get", "install"]
    assert command[-3:] == ["libegl1", "libglib2.0-0", "libxcb-cursor0"]


@pytest.mark.parametrize("release", [FEDORA, TUMBLEWEED], ids=lambda release: release["ID"])
def test_rpm_systems_are_asked_for_the_library_itself(release):
    assert preflight.install_command(["libEGL.so.1"], release)[2:] == ["libEGL.so.1()(64bit)"]


def test_an_unknown_system_gets_the_names_and_no_command(monkeypatch):
    monkeypatch.setattr(preflight, "this_release", dict)
    assert preflight.install_command(["libEGL.so.1"]) == []
    assert preflight.in_words(["libGL.so.1", "libEGL.so.1"]).endswith("libEGL.so.1, libGL.so.1")
    assert not preflight.bring(["libEGL.so.1"])


def test_every_library_has_a_package():
    for names in (preflight.ALWAYS, *preflight.ON_SCREEN.values()):
        assert preflight.install_command(list(names), DEBIAN)[4:] == sorted(set(names.values()))


@pytest.mark.parametrize("agrees", [True, False])
def test_nothing_is_installed_for_a_person_who_does_not_agree(agrees, monkeypatch, capsys):
    done = []
    monkeypatch.setattr(preflight, "this_release", lambda: DEBIAN)
    monkeypatch.setattr(preflight.os, "geteuid", lambda: 1000)
    monkeypatch.setattr(preflight, "agreed", lambda missing: agrees)
    monkeypatch.setattr(subprocess, "call", lambda command, env: done.append(command) or 0)
    assert preflight.bring(["libEGL.so.1"]) is agrees
    assert [command[:2] for command in done[-1:]] == ([["sudo", "apt-get"]] if agrees else [])
    assert ("libegl1" in capsys.readouterr().out) is agrees


def test_without_a_terminal_nobody_is_asked(monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda name: name)
    monkeypatch.setattr(preflight.sys, "stdin", io.StringIO("y\n"))
    assert not preflight.agreed(["libEGL.so.1"])


@on_linux
def test_a_screen_that_does_not_answer_is_noticed(monkeypatch):
    if preflight.load("libX11.so.6") is None:
        pytest.skip("no X11 here at all")
    monkeypatch.setenv("DISPLAY", ":32001")
    assert not preflight.answers("xcb")
    assert preflight.answers("offscreen")


@on_linux
def test_the_sentence_for_a_window_names_the_way_without_one(monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert "`kopa tour pictures`" in preflight.hindrance()
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setattr(preflight, "load", lambda name: None)
    assert "libEGL" in preflight.hindrance() or "libegl1" in preflight.hindrance()
    monkeypatch.setattr(preflight, "load", lambda name: object())
    assert preflight.hindrance() is None
