package org.convergence.resources.prospect.web;

import java.util.List;
import org.convergence.directory.people.Chooser;
import org.convergence.directory.people.PartyPage;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.shell.Form;
import org.convergence.platform.text.Words;
import org.convergence.resources.membership.MembershipPermissions;
import org.convergence.resources.prospect.ProspectPermissions;
import org.convergence.resources.prospect.ProspectState;
import org.convergence.resources.prospect.domain.Next;
import org.convergence.resources.prospect.domain.Prospect;
import org.convergence.resources.prospect.domain.ProspectReading;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Assembles the page of a prospect. */
@Component
class ProspectPages {

    private final ProspectReading reading;
    private final Chooser chooser;

    ProspectPages(ProspectReading reading, Chooser chooser) {
        this.reading = reading;
        this.chooser = chooser;
    }

    String name(Prospect it) {
        return chooser.shown(it.party().value().toString());
    }

    ProspectPage of(Prospect it, Form form, Words t) {
        boolean follows = CurrentActor.get().may(ProspectPermissions.FOLLOW);
        Next next = it.next();
        return new ProspectPage(
                ProspectUrls.prospect(it.id()),
                name(it),
                PartyPage.of(it.party()),
                it.state().tone(),
                t.say(it.state().key()),
                it.follower() == null
                        ? t.say("prospect.nobody-follows")
                        : chooser.shown(it.follower().toString()),
                next == null ? null : t.say("prospect.next", next.on(), next.gesture()),
                outcome(it, t),
                said(it, t),
                follows,
                it.state().goesOn(),
                follows && it.state() != ProspectState.OPEN,
                it.state().goesOn() && CurrentActor.get().may(MembershipPermissions.ADMIT)
                        ? ProspectUrls.admission(it.party())
                        : null,
                form,
                ProspectForms.channels(t));
    }

    private static @Nullable String outcome(Prospect it, Words t) {
        if (it.outcomeOn() == null) {
            return null;
        }
        String day = t.say("prospect.outcome", t.say(it.state().key()), it.outcomeOn());
        return it.outcomeReason() == null ? day : day + " · " + it.outcomeReason();
    }

    private List<ProspectPage.Said> said(Prospect it, Words t) {
        return reading.said(it.party()).stream()
                .map(each -> new ProspectPage.Said(
                        each.subject(),
                        t.date(each.day()) + " · " + t.say(each.channel().key()),
                        "/directory/exchange/" + each.id()))
                .toList();
    }
}
