package org.convergence.outreach.assembly.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.convergence.outreach.assembly.domain.FollowUpDetails;
import org.convergence.outreach.assembly.domain.FollowUpState;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * A follow-up in a list.
 *
 * @param retakes whether only a vote, or a reason, closes it
 * @param takesUp the address that puts its resolution on an agenda; {@code null} where it cannot
 */
public record FollowUpRow(
        UUID id,
        String what,
        String detail,
        Tone tone,
        String state,
        boolean open,
        String url,
        boolean retakes,
        @Nullable String takesUp) {

    /** This row with the address that puts its resolution on an agenda. */
    FollowUpRow withTakesUp(@Nullable String address) {
        return new FollowUpRow(id, what, detail, tone, state, open, url, retakes, address);
    }

    static FollowUpRow of(FollowUpDetails it, LocalDate today, Words t) {
        List<String> parts = new ArrayList<>();
        if (it.who() != null) {
            parts.add(it.who());
        }
        LocalDate due = it.facts().dueOn();
        if (due != null) {
            parts.add(t.say("assembly.follow-up.by", due));
        }
        if (it.resolution() != null) {
            parts.add(it.resolution());
        }
        if (!it.outcome().isEmpty()) {
            parts.add(it.outcome());
        }
        boolean late = it.isLate(today);
        return new FollowUpRow(
                it.id(),
                it.facts().what(),
                String.join(" · ", parts),
                late
                        ? Tone.BAD
                        : it.state() == FollowUpState.OPEN
                                ? Tone.ACTIVE
                                : it.state() == FollowUpState.DONE ? Tone.OK : Tone.REST,
                t.say(
                        late
                                ? "assembly.follow-up.late"
                                : "assembly.follow-up." + it.state().name()),
                it.state() == FollowUpState.OPEN,
                AssemblyUrls.HOME + "/follow-ups/" + it.id(),
                it.retakes(),
                null);
    }
}
