package org.convergence.plan.reading.domain;

import java.util.Map;
import java.util.TreeMap;
import org.convergence.plan.reading.domain.ReadPlan.ReadAction;
import org.convergence.plan.reading.domain.ReadPlan.ReadFollowUp;
import org.convergence.plan.reading.domain.ReadPlan.ReadMeans;
import org.convergence.plan.reading.domain.ReadPlan.ReadObjective;
import org.convergence.plan.reading.domain.ReadPlan.ReadWording;
import org.convergence.plan.reading.domain.outline.ReadingWarning;
import org.convergence.plan.reading.domain.text.Characters;
import org.convergence.plan.reading.domain.text.Manuscript;
import org.convergence.plan.reading.domain.text.ManuscriptLine;

/**
 * Compares the characters of a manuscript with those read from it, without white space: the differences were lost or
 * invented. A hyphen dropped where a cut word was joined counts as placed in its warning.
 */
final class CharacterBalance {

    private final Map<Integer, Integer> balance = new TreeMap<>();

    private CharacterBalance() {}

    /** Characters of the file missing from the result, as text; empty if there are none. */
    static String lost(Manuscript manuscript, ReadPlan plan) {
        return of(manuscript, plan).text(1);
    }

    /** Characters more frequent in the result than in the file, as text. */
    static String invented(Manuscript manuscript, ReadPlan plan) {
        return of(manuscript, plan).text(-1);
    }

    private static CharacterBalance of(Manuscript manuscript, ReadPlan plan) {
        CharacterBalance account = new CharacterBalance();
        for (ManuscriptLine line : manuscript.lines()) {
            account.count(line.marker() + line.text(), 1);
        }
        account.count(plan);
        return account;
    }

    private String text(int sign) {
        StringBuilder out = new StringBuilder();
        balance.forEach((c, count) -> {
            if (count * sign > 0) {
                out.append(Character.toString(c).repeat(Math.min(20, Math.abs(count))));
            }
        });
        return out.toString();
    }

    private void count(String text, int sign) {
        Characters.withoutWhiteSpace(text).codePoints().forEach(c -> balance.merge(c, sign, Integer::sum));
    }

    private void count(ReadPlan plan) {
        count(plan.title(), -1);
        plan.sections().forEach(section -> count(section.title() + section.text(), -1));
        plan.unplaced().forEach(words -> count(words.words(), -1));
        for (ReadingWarning warning : plan.warnings()) {
            boolean dropped = warning.kind() == ReadingWarning.ReadingWarningKind.WORD_JOINED
                    || warning.kind() == ReadingWarning.ReadingWarningKind.WORD_JOINED_AS_ELSEWHERE;
            count(dropped ? "-" : "", -1);
        }
        for (ReadObjective objective : plan.objectives()) {
            count(objective.wording());
            for (ReadMeans means : objective.means()) {
                count(means.wording());
                means.actions().forEach(this::count);
            }
        }
    }

    private void count(ReadAction action) {
        count(action.wording());
        ReadFollowUp follow = action.follow();
        count(follow.responsible() + follow.due() + String.join("", follow.others()), -1);
        action.subActions().forEach(this::count);
    }

    private void count(ReadWording wording) {
        count(wording.marker() + wording.title() + wording.text() + String.join("", wording.labels()), -1);
    }
}
