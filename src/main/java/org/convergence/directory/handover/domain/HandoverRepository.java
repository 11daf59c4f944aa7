package org.convergence.directory.handover.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.handover.HandoverId;
import org.convergence.directory.handover.HandoverItem;
import org.convergence.directory.handover.Holding.HandoverOutcome;
import org.convergence.directory.handover.domain.HandoverService.HandoverInstruction;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.PersonName;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.SqlTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Inserts hand-overs; they are never updated. */
@Component
record HandoverRepository(JdbcClient db, PeopleDirectory people, Clock clock) {

    /** @throws Refused where the successor is deleted, or has handed over and leaves today or later */
    void requireAvailable(PersonId successor, LocalDate today) {
        Map<PersonId, PersonName> names = people.personNames(java.util.List.of(successor));
        PersonName name = names.get(successor);
        if (name == null) {
            throw new Refused("handover.refused.gone");
        }
        db.sql("SELECT max(last_day) FROM directory.handover WHERE person = ? HAVING max(last_day) >= ?")
                .params(successor.value(), today)
                .query(LocalDate.class)
                .optional()
                .ifPresent(day -> {
                    throw new Refused("handover.refused.leaves", name.name(), day);
                });
    }

    HandoverId insert(HandoverInstruction asked, Inventory now, Collection<PersonId> successors) {
        HandoverId id = new HandoverId(Ids.next());
        Actor actor = CurrentActor.get();
        db.sql("""
                        INSERT INTO directory.handover (id, person, last_day, note, passed_at, passed_by, passed_name)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        id.value(),
                        asked.from().value(),
                        asked.lastDay(),
                        asked.note(),
                        SqlTime.now(clock),
                        actor.id(),
                        actor.label())
                .update();
        int position = 0;
        for (Inventory.InventoryGroup kind : now.kinds()) {
            for (HandoverItem each : kind.things()) {
                PersonId to = kind.fate() == HandoverOutcome.PASSES ? asked.successorOf(each.id()) : null;
                item(id, ++position, kind, each, to == null ? null : to.value());
            }
        }
        successors.forEach(each -> db.sql("INSERT INTO directory.handover_note (handover, successor) VALUES (?, ?)")
                .params(id.value(), each.value())
                .update());
        return id;
    }

    private void item(
            HandoverId id,
            int position,
            Inventory.InventoryGroup kind,
            HandoverItem held,
            @org.jspecify.annotations.Nullable UUID successor) {
        db.sql("""
                        INSERT INTO directory.handover_item
                            (handover, position, kind, fate, thing, what, detail, url, due, successor)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        id.value(),
                        position,
                        kind.key(),
                        kind.fate().name(),
                        held.id(),
                        held.what(),
                        held.detail(),
                        held.url(),
                        held.due(),
                        successor))
                .update();
    }
}
