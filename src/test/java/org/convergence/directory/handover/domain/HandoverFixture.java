package org.convergence.directory.handover.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.convergence.directory.handover.HandoverItem;
import org.convergence.directory.handover.Holding;
import org.convergence.directory.handover.domain.HandoverService.HandoverInstruction;
import org.convergence.directory.people.PersonId;
import org.convergence.identity.Role;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Messages;
import org.convergence.platform.text.Words;
import org.convergence.testing.TestUsers;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Hand-overs in tests, done by the coordinator. */
@Component
class HandoverFixture {

    private final ObjectProvider<TestUsers> visitors;
    private final List<Holding> holdings;
    private final HandoverService passing;
    private final HandoverQueries handovers;
    private final OrganisationSettings settings;
    private final Messages messages;

    HandoverFixture(
            ObjectProvider<TestUsers> visitors,
            List<Holding> holdings,
            HandoverService passing,
            HandoverQueries handovers,
            OrganisationSettings settings,
            Messages messages) {
        this.visitors = visitors;
        this.holdings = holdings;
        this.passing = passing;
        this.handovers = handovers;
        this.settings = settings;
        this.messages = messages;
    }

    Actor coordinator() {
        return visitors.getObject().actor(Role.COORDINATOR);
    }

    /** The holdings of a person after a day, by the key of their holding. */
    Map<String, Set<UUID>> held(PersonId person, LocalDate lastDay) {
        return as(() -> {
            Map<String, Set<UUID>> all = new TreeMap<>();
            holdings.forEach(each -> all.put(
                    each.key(),
                    each.findItems(person, lastDay, words()).stream()
                            .map(HandoverItem::id)
                            .collect(Collectors.toSet())));
            return all;
        });
    }

    /** The number of actions the person is responsible for. */
    int answersFor(PersonId person) {
        return held(person, settings.today())
                .getOrDefault("actionplan.holding.responsible", Set.of())
                .size();
    }

    Inventory read(PersonId leaves, LocalDate lastDay) {
        return as(() -> handovers.findInventory(leaves, lastDay, words()));
    }

    Handover one(HandoverService.HandoverResult passed) {
        return as(() -> handovers.findById(passed.id()));
    }

    /** Hands everything over to one successor today. */
    HandoverService.HandoverResult pass(PersonId leaves, PersonId to, String mark) {
        return pass(new HandoverInstruction(leaves, settings.today(), to, null, Set.of(), "Bon vent!", mark));
    }

    /** Hands over to two successors. */
    HandoverService.HandoverResult pass(
            PersonId leaves, LocalDate lastDay, PersonId to, PersonId other, Set<UUID> toOther) {
        String mark = read(leaves, lastDay).fingerprint();
        return pass(new HandoverInstruction(leaves, lastDay, to, other, toOther, "Bon vent!", mark));
    }

    /** Leaves without handing anything over. */
    HandoverService.HandoverResult leave(PersonId leaves, LocalDate lastDay) {
        return pass(new HandoverInstruction(
                leaves, lastDay, null, null, Set.of(), "", read(leaves, lastDay).fingerprint()));
    }

    private HandoverService.HandoverResult pass(HandoverInstruction asked) {
        return as(() -> passing.handOver(asked, words()));
    }

    private Words words() {
        return messages.in(Language.FRENCH, settings.current().zone());
    }

    private <T> T as(Supplier<T> gesture) {
        try {
            return CurrentActor.callAs(coordinator(), gesture::get);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
