package org.convergence.advocacy.position.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.convergence.advocacy.position.PositionPermissions;
import org.convergence.advocacy.position.domain.Position.PositionId;
import org.convergence.advocacy.position.domain.Position.PositionState;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.secondlook.SecondLookSubject;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Refused;
import org.convergence.platform.shell.DueWorkSource;
import org.convergence.platform.shell.RequiresToAct;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The texts of a position that nobody else read yet: to a reader by link, and to the team as work to do. */
@Component
@Requires(PositionPermissions.READ)
@RequiresToAct(PositionPermissions.EDIT)
record PositionSecondLook(PositionRepository repository) implements SecondLookSubject, DueWorkSource {

    private static final String URL = "/advocacy/position/";

    @Override
    public String kind() {
        return "advocacy.position";
    }

    @Override
    public Optional<TextsToRead> find(UUID record) {
        Position it = repository.findById(new PositionId(record));
        return it.state() != PositionState.DRAFT
                ? Optional.empty()
                : Optional.of(new TextsToRead(
                        it.title(),
                        URL + record,
                        repository.findTexts(it.id()).stream()
                                .map(each -> new TextToRead(each.language(), "", each.body()))
                                .toList(),
                        it.writtenBy()));
    }

    @Override
    public void lock(UUID record) {
        repository.lock(new PositionId(record));
    }

    @Override
    public void approve(UUID record, @Nullable PersonId reader, String name, LocalDate on) {
        Position before = repository.lock(new PositionId(record));
        if (before.state() != PositionState.DRAFT) {
            throw new Refused("public.secondlook.over");
        }
        repository.setRead(before, name, on);
    }

    @Override
    public String sql() {
        return """
                SELECT 'READ' AS kind, p.id, p.id AS subject, p.written_on AS due_on, 'SINCE' AS day_kind, NULL::uuid AS owner, 'OURS' AS place,
                       p.title, p.written_by::text AS detail
                  FROM advocacy.position p
                 WHERE p.published_on IS NULL AND p.read_wording IS DISTINCT FROM p.wording
                """;
    }

    /** Not for the author, who cannot be the second reader. */
    @Override
    public boolean isFor(DueWorkRow row) {
        return !CurrentActor.get().id().toString().equals(row.detail());
    }

    @Override
    public DueWork describe(DueWorkRow row, Words t) {
        return new DueWork("advocacy.position/" + row.id(), t.say("position.due", row.title()), URL + row.id(), null);
    }
}
