package org.convergence.resources.prospect.web;

import java.util.List;
import org.convergence.directory.people.PartyChooser;
import org.convergence.directory.people.PartyUrls;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.shell.Form;
import org.convergence.platform.text.Words;
import org.convergence.resources.membership.MembershipPermissions;
import org.convergence.resources.prospect.ProspectPermissions;
import org.convergence.resources.prospect.ProspectState;
import org.convergence.resources.prospect.domain.NextStep;
import org.convergence.resources.prospect.domain.Prospect;
import org.convergence.resources.prospect.domain.ProspectQueries;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Assembles the page of a prospect. */
@Component
class ProspectPageAssembler {

    private final ProspectQueries reading;
    private final PartyChooser chooser;

    ProspectPageAssembler(ProspectQueries reading, PartyChooser chooser) {
        this.reading = reading;
        this.chooser = chooser;
    }

    String name(Prospect it) {
        return chooser.shown(it.party().value().toString());
    }

    ProspectPage assemble(Prospect it, Form form, Words t) {
        boolean follows = CurrentActor.get().may(ProspectPermissions.FOLLOW);
        NextStep next = it.next();
        return new ProspectPage(
                ProspectUrls.prospect(it.id()),
                name(it),
                PartyUrls.of(it.party()),
                it.state().tone(),
                t.say(it.state().key()),
                it.follower() == null
                        ? t.say("prospect.nobody-follows")
                        : chooser.shown(it.follower().toString()),
                next == null ? null : t.say("prospect.next", next.on(), next.gesture()),
                outcome(it, t),
                said(it, t),
                follows,
                it.state().isOngoing(),
                follows && it.state() != ProspectState.OPEN,
                it.state().isOngoing() && CurrentActor.get().may(MembershipPermissions.ADMIT)
                        ? ProspectUrls.admission(it.party())
                        : null,
                form,
                ProspectForm.channels(t));
    }

    private static @Nullable String outcome(Prospect it, Words t) {
        if (it.outcomeOn() == null) {
            return null;
        }
        String day = t.say("prospect.outcome", t.say(it.state().key()), it.outcomeOn());
        return it.outcomeReason() == null ? day : day + " · " + it.outcomeReason();
    }

    private List<ProspectPage.ContactRow> said(Prospect it, Words t) {
        return reading.findExchanges(it.party()).stream()
                .map(each -> new ProspectPage.ContactRow(
                        each.subject(),
                        t.date(each.day()) + " · " + t.say(each.channel().key()),
                        "/directory/exchange/" + each.id()))
                .toList();
    }
}
