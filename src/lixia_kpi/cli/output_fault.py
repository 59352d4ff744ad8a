"""What the operating system says when a file cannot be written, as an error that a person understands."""

from __future__ import annotations

import errno

from lixia_kpi.errors import OutputError

_CODES = {
    errno.ENOSPC: "disk_full",
    getattr(errno, "EDQUOT", errno.ENOSPC): "disk_full",
    errno.EFBIG: "output_too_large",
    errno.EACCES: "output_not_allowed",
    errno.EPERM: "output_not_allowed",
    errno.EROFS: "output_not_allowed",
    errno.ENOENT: "output_folder_missing",
    errno.ENOTDIR: "output_folder_missing",
    errno.ELOOP: "output_links_in_a_circle",
    errno.EISDIR: "output_is_folder",
    errno.ENXIO: "output_not_open",
    errno.ENAMETOOLONG: "output_name_too_long",
    errno.EBADF: "standard_output_closed",
}


def output_error(fault: OSError | ValueError, path: str) -> OutputError:
    """Give the error for what the system said about a file, as the user named it.

    >>> output_error(OSError(errno.ENOSPC, "No space left on device"), "a.csv").code
    'disk_full'
    """
    code = _CODES.get(fault.errno or 0, "output_failed") if isinstance(fault, OSError) else "output_failed"
    return OutputError(code, {"file": path, "fault": getattr(fault, "strerror", None) or str(fault)})
