package org.convergence.directory.protection.domain;

import java.util.List;
import java.util.Optional;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.protection.TrustedAccounts.Trusted;
import org.convergence.platform.access.CurrentActor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Nobody handles an identity unseen: the others on her list are told. Where she who acts is alone there, she acts all the
 * same; the second is told at once, and another reviews it (R-SEC-12).
 */
@Component
class Watch {

    private final Openers openers;
    private final GestureLog log;
    private final Telling telling;

    Watch(Openers openers, GestureLog log, Telling telling) {
        this.openers = openers;
        this.log = log;
        this.telling = telling;
    }

    /** Notes a gesture of the current actor and tells who is to know. */
    void seen(PersonId person, String codeName, Gesture.Kind kind, @Nullable String reason) {
        List<Trusted> others = openers.of(person).stream()
                .filter(each -> !each.account().equals(CurrentActor.get().id()))
                .toList();
        Optional<Trusted> second = others.isEmpty() ? openers.second() : Optional.empty();
        log.note(
                person,
                kind,
                reason,
                others.isEmpty(),
                second.map(Trusted::name).orElse(null));
        others.forEach(each -> telling.tell(each, person, codeName, kind, false));
        second.ifPresent(each -> telling.tell(each, person, codeName, kind, true));
    }
}
