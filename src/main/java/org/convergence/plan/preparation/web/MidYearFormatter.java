package org.convergence.plan.preparation.web;

import java.util.stream.Collectors;
import org.convergence.plan.actionplan.PlanProgress.ActionProgress;
import org.convergence.plan.preparation.domain.MidYearQueries.MidYear;
import org.convergence.plan.preparation.domain.MidYearQueries.MidYear.LineAtRisk;
import org.convergence.plan.preparation.web.MidYearPage.SetAsideWord;
import org.convergence.platform.text.Words;

/** The review of the middle of a year in words. */
record MidYearFormatter(MidYear review, Words t) {

    /** Why an action is at risk. */
    String reason(LineAtRisk line) {
        var target = line.action().target();
        return t.say(
                "preparation.mid-year.reason." + line.reason().name(),
                line.expected() == null ? 0 : line.expected(),
                target == null ? "" : target.format(t));
    }

    /** The reason proposed for setting it aside, which she may change. */
    String proposedReason(LineAtRisk line) {
        return t.say("preparation.mid-year.because." + line.reason().name());
    }

    /** An action that is set aside, with the word for the people it concerns. */
    SetAsideWord word(ActionProgress action) {
        String id = action.line().id().value().toString();
        return new SetAsideWord(
                id,
                action.line().label(),
                "/plan/actionplan/action/" + id,
                stateAndReason(action),
                t.say("preparation.mid-year.partner", withoutStop(action.line().title()), reasonOf(action)));
    }

    /** The word to the board: the actions set aside, each with its reason. */
    String board() {
        String lines = review.setAside().stream()
                .map(action -> "- " + withoutStop(action.line().label()) + " – " + stateAndReason(action))
                .collect(Collectors.joining("\n"));
        return t.say("preparation.mid-year.board", review.year().to()) + "\n\n" + lines;
    }

    private String stateAndReason(ActionProgress action) {
        String state = t.say("actionplan.state." + action.state().name());
        return action.reason() == null ? state : t.say("preparation.mid-year.said", state, action.reason());
    }

    /** A title that may end as a sentence, to stand within one. */
    private static String withoutStop(String title) {
        return title.endsWith(".") ? title.substring(0, title.length() - 1) : title;
    }

    private static String reasonOf(ActionProgress action) {
        return action.reason() == null ? "" : action.reason();
    }
}
