package org.convergence.plan.howto.domain;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.handover.HandoverBackgroundSource;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.howto.HowToPermissions;
import org.convergence.platform.access.Requires;
import org.convergence.platform.text.Words;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The how-tos of the actions that a successor takes over. */
@Component
@Order(10)
@Requires(HowToPermissions.READ)
record HowToBackground(HowToQueries howTos) implements HandoverBackgroundSource {

    @Override
    public Optional<BackgroundChapter> findChapter(Collection<UUID> held, Words t) {
        List<BackgroundEntry> entries = howTos
                .findByActions(held.stream().map(ActionId::new).toList())
                .stream()
                .map(it -> new BackgroundEntry(
                        it.title(),
                        "/plan/howto/" + it.id().value() + "?of=newcomer",
                        it.usedOn() == null ? null : t.say("howto.used", it.usedOn()),
                        it.text()))
                .toList();
        return entries.isEmpty() ? Optional.empty() : Optional.of(new BackgroundChapter(t.say("howto.tab"), entries));
    }
}
