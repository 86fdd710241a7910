// SPDX-License-Identifier: Apache-2.0

/// A failure that ends the work on one input: where, what was found, what to do.
///
/// A single bad cell or sentence is not an error but a ``Finding``, and the work goes on.
public struct TongbiError: Error, Sendable {
  /// How the command ends, in the words of `sysexits.h`.
  public enum Kind: Int32, Hashable, Sendable {
    /// Wrong usage: an option that does not fit.
    case usage = 64
    /// Input that cannot be read.
    case data = 65
    /// No such input.
    case noInput = 66
    /// Output that cannot be written.
    case cannotCreate = 73
  }

  /// What kind of failure it is, which decides the exit code.
  public var kind: Kind
  /// The place; `nil` when there is none, as in arithmetic.
  public var source: Source?
  /// What was found, with its facts.
  public var problem: any Problem

  /// Makes a failure from its kind, place and facts.
  public init(_ problem: any Problem, at source: Source? = nil, kind: Kind = .data) {
    self.kind = kind
    self.source = source
    self.problem = problem
  }

  /// Where, what was found, what to do.
  public func message(in language: Language) -> String {
    let message = problem.message(in: language)
    guard let source else { return message }
    return "\(source.place(in: language)): \(message)"
  }
}

extension TongbiError: CustomStringConvertible {
  /// The message in English, for logs and test output.
  public var description: String { message(in: .english) }
}
