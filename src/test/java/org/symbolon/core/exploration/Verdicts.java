package org.symbolon.core.exploration;

import java.util.HashMap;
import java.util.Map;
import org.symbolon.core.Decision;
import org.symbolon.token.RefreshToken;
import org.symbolon.token.SeededRefreshTokenCodec;

/**
 * Asks the rules, with a token that the real codec reads from its text. The rules are a pure
 * function, so each question is asked once and the answer kept. That the token of an answer is the
 * very one that the model takes it for is checked each time, byte by byte.
 */
final class Verdicts {
  private record Question(int presented, int row, int mint) {}

  private final TokenTree tree;
  private final Scheme.Rules rules;
  private final SeededRefreshTokenCodec codec;
  private final Map<Question, Verdict> known = new HashMap<>();

  Verdicts(TokenTree tree, Scheme.Rules rules) {
    this.tree = tree;
    this.rules = rules;
    this.codec = tree.codec();
  }

  Verdict on(int presented, int row, int mint) {
    Question question = new Question(presented, row, mint);
    Verdict verdict = known.get(question);
    if (verdict == null) {
      verdict = ask(question);
      known.put(question, verdict);
    }
    return verdict;
  }

  private Verdict ask(Question question) {
    RefreshToken presented = codec.decode(tree.token(question.presented()).text()).orElseThrow();
    RefreshToken row = tree.token(question.row());
    Decision decision = rules.decide(presented, row.hash2(), tree.mint(question.mint()));
    if (decision instanceof Decision.Extend extend) {
      return child(Verdict.Kind.EXTEND, question, extend.child());
    }
    if (decision instanceof Decision.PromoteAndExtend extend) {
      return child(Verdict.Kind.PROMOTE, question, extend.child());
    }
    if (decision instanceof Decision.Repeat repeat) {
      requireSame(row, repeat.current());
      return new Verdict(Verdict.Kind.REPEAT, question.row());
    }
    return new Verdict(Verdict.Kind.THEFT, TokenTree.NONE);
  }

  private Verdict child(Verdict.Kind kind, Question question, RefreshToken child) {
    int id = tree.child(question.presented(), question.mint());
    requireSame(tree.token(id), child);
    return new Verdict(kind, id);
  }

  private static void requireSame(RefreshToken expected, RefreshToken actual) {
    if (!expected.text().equals(actual.text())) {
      throw new AssertionError("the rules answered with another token: " + actual);
    }
  }
}
