"""A Python that has imported what `kpi` imports and then, for every run asked for, splits off a process that is `kpi`.

Started by `acceptance.warmed` as a script: `warmed_process.py SOCKET`. The process split off gets its own arguments,
environment, folder and standard streams, executes the file of the installed command as `__main__`, and ends as any
Python ends.
"""

from __future__ import annotations

import atexit
import gc
import marshal
import os
import pkgutil
import runpy
import socket
import struct
import sys
import threading
from importlib import import_module
from pathlib import Path

LENGTH = struct.Struct("!I")
NUMBER = struct.Struct("!q")
"""What goes over the socket: the length of a request, the request; then the number of the process, its exit code."""


def import_all() -> None:
    """Import the command, all its modules and what these import.

    Left out are the rooms of panels: they load pyarrow, which starts a thread, and only a process without threads may
    be split.
    """
    os.environ["OPENBLAS_NUM_THREADS"] = os.environ.get("OPENBLAS_NUM_THREADS", "1")  # as the command itself does
    _import_rooms("lixia_kpi")
    if threading.active_count() > 1 or _threads() > 1:
        raise RuntimeError("a module that is warmed starts a thread")


def _import_rooms(name: str) -> None:
    package = import_module(name)
    for module in pkgutil.iter_modules(package.__path__, f"{name}."):
        if module.name.rpartition(".")[2].startswith("panel"):
            continue
        if module.ispkg:
            _import_rooms(module.name)
        else:
            import_module(module.name)


def _threads() -> int:
    """Count the threads of this process, those of compiled libraries too, where the system tells."""
    tasks = Path("/proc/self/task")
    return len(list(tasks.iterdir())) if tasks.exists() else 1


def serve(control: socket.socket) -> None:
    """Split off a process for every request until the other end closes; returns in the processes split off only."""
    while True:
        length, streams, _flags, _address = socket.recv_fds(control, LENGTH.size, 3)
        if not length:
            os._exit(0)
        request = control.recv(LENGTH.unpack(length)[0], socket.MSG_WAITALL)
        process = os.fork()
        if process == 0:
            control.close()
            _become(*marshal.loads(request), streams)
            return
        for stream in streams:
            os.close(stream)
        control.sendall(NUMBER.pack(process))
        _process, status = os.waitpid(process, 0)
        control.sendall(NUMBER.pack(os.waitstatus_to_exitcode(status)))


def _become(arguments: list[bytes], environment: dict[bytes, bytes], folder: bytes, streams: list[int]) -> None:
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    os.chdir(folder)
    os.environb.clear()
    os.environb.update(environment)
    sys.argv = [os.fsdecode(argument) for argument in arguments]
    sys.path[0] = str(Path(sys.argv[0]).parent)


def execute() -> None:
    """Execute the file of the command as `__main__`, and end.

    Where the command leaves with a number, no thread is left and the streams take what is in them, the process ends at
    once: taking hundreds of modules apart that were copied untouched costs as much as the run. All else - a stream that
    refuses, a thread to wait for, a text instead of a number - is left to the interpreter.
    """
    try:
        runpy.run_path(sys.argv[0], run_name="__main__")
    except SystemExit as leaving:
        code = 0 if leaving.code is None else leaving.code
        if isinstance(code, int) and threading.active_count() == 1:
            atexit._run_exitfuncs()
            if _written():
                os._exit(code & 0xFF)
        raise


def _written() -> bool:
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):
        return False
    return True


if __name__ == "__main__":
    connection = socket.socket(fileno=int(sys.argv[1]))
    import_all()
    gc.collect()
    gc.freeze()
    serve(connection)
    execute()
