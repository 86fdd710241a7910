// SPDX-License-Identifier: Apache-2.0

import Glibc
import Tongbi

/// Why the system refused, in words.
struct SystemReason {
  /// The number of the system's error.
  let code: Int32

  /// The reason in a language; the system's own words where it is a rare one.
  func words(in language: Language) -> String {
    let own = String(cString: strerror(code))
    return switch code {
    case ENOSPC, EDQUOT: language.pick("磁盘空间已满", own)
    case EACCES, EPERM: language.pick("没有权限", own)
    case EROFS: language.pick("所在的文件系统只读", own)
    case ENOENT: language.pick("文件夹不存在", own)
    case EEXIST: language.pick("已有同名文件", own)
    case EISDIR: language.pick("这是一个文件夹", own)
    case ENOTDIR: language.pick("路径中有一段不是文件夹", own)
    case ENAMETOOLONG: language.pick("文件名太长", own)
    default: own
    }
  }
}
