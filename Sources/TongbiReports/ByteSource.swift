// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import Glibc
import Tongbi

/// Where the bytes of a report lie: a file that is opened again for each pass, or a temporary copy of a stream.
enum ByteSource: Sendable {
  /// A regular file, with what identified its content when it was first looked at.
  case named(String, FileStamp)
  /// What came through a pipe.
  case spooled(SpooledFile)

  /// Looks at a path; `-` and whatever is not a regular file are copied to a temporary file.
  static func open(_ path: String) throws(TongbiError) -> ByteSource {
    if path == "-" { return .spooled(try SpooledFile(copying: 0, named: path)) }
    let descriptor = try opened(path)
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure(path, .cannotRead(reason: systemReason())) }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: throw failure(path, .isFolder)
    case S_IFREG: return .named(path, FileStamp(status))
    default: return .spooled(try SpooledFile(copying: descriptor, named: path))
    }
  }

  /// The number of bytes.
  var size: Int {
    switch self {
    case .named(_, let stamp): stamp.size
    case .spooled(let file): file.size
    }
  }

  /// A reader of its bytes.
  ///
  /// - Throws: ``TongbiError`` when the file is gone or is not the same any more.
  func reader(for file: String) throws(TongbiError) -> ByteReader {
    switch self {
    case .spooled(let spooled):
      return ByteReader(file: file, descriptor: spooled.descriptor, keeping: spooled)
    case .named(let path, let stamp):
      let reader = ByteReader(file: file, descriptor: try Self.opened(path), keeping: nil)
      guard reader.stamp == stamp else { throw Self.failure(file, .changedWhileReading) }
      return reader
    }
  }

  /// Ends a pass over the file.
  ///
  /// - Throws: ``TongbiError`` when it is not the same any more.
  func check(_ reader: ByteReader, for file: String) throws(TongbiError) {
    guard case .named(_, let stamp) = self, reader.stamp != stamp else { return }
    throw Self.failure(file, .changedWhileReading)
  }

  /// A descriptor of its own at the first byte, for a C library to read from and to close.
  ///
  /// - Throws: ``TongbiError`` when the file is gone or is not the same any more.
  func descriptor(for file: String) throws(TongbiError) -> Int32 {
    switch self {
    case .spooled(let spooled):
      // Opened anew, because a duplicate would share its position with the others.
      let descriptor = Glibc.open("/proc/self/fd/\(spooled.descriptor)", O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw Self.failure(file, .cannotRead(reason: systemReason())) }
      return descriptor
    case .named(let path, let stamp):
      let descriptor = try Self.opened(path)
      var status = stat()
      if fstat(descriptor, &status) == 0, FileStamp(status) == stamp { return descriptor }
      close(descriptor)
      throw Self.failure(file, .changedWhileReading)
    }
  }

  private static func opened(_ path: String) throws(TongbiError) -> Int32 {
    // A path cannot hold a NUL; the system would see only what stands before it.
    let descriptor = path.utf8.contains(0) ? -1 : Glibc.open(path, O_RDONLY | O_CLOEXEC)
    if descriptor >= 0 { return descriptor }
    guard !path.utf8.contains(0), errno != ENOENT, errno != ENOTDIR else {
      throw failure(path, .notFound(similar: SimilarNames.find(path)), kind: .noInput)
    }
    throw failure(path, .cannotRead(reason: systemReason()))
  }

  private static func failure(
    _ file: String, _ problem: ReportsProblem, kind: TongbiError.Kind = .data
  ) -> TongbiError {
    TongbiError(problem, at: Source(file: file), kind: kind)
  }
}

/// What tells that a file is still the one that was looked at.
struct FileStamp: Hashable, Sendable {
  /// Its length in bytes.
  var size: Int
  private var seconds: Int
  private var nanoseconds: Int

  init(_ status: stat) {
    size = Int(status.st_size)
    seconds = status.st_mtim.tv_sec
    nanoseconds = status.st_mtim.tv_nsec
  }
}

/// The system's reason for the last failure.
func systemReason() -> String {
  guard let text = unsafe strerror(errno) else { return "\(errno)" }
  return unsafe String(cString: text)
}
