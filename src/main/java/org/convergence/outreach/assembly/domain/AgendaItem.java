package org.convergence.outreach.assembly.domain;

import java.util.UUID;
import org.convergence.platform.database.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * An item of an agenda, with its minutes.
 *
 * @param takesUp the follow-up whose resolution is put to the vote again; {@code null} for none
 */
@Table(schema = "outreach", value = "assembly_item")
record AgendaItem(
        @Id UUID id,
        @Version int version,
        UUID meeting,
        int position,
        String title,
        String note,
        String asked,
        String minutes,
        @Nullable UUID takesUp) {

    static final String TABLE = "outreach.assembly_item";

    static AgendaItem of(UUID meeting, int position, AgendaItemFacts facts) {
        return of(meeting, position, facts, null);
    }

    static AgendaItem of(UUID meeting, int position, AgendaItemFacts facts, @Nullable UUID takesUp) {
        return new AgendaItem(
                Ids.next(), 0, meeting, position, facts.title(), facts.note(), facts.asked(), "", takesUp);
    }

    AgendaItem withFacts(AgendaItemFacts facts) {
        return new AgendaItem(
                id, version, meeting, position, facts.title(), facts.note(), facts.asked(), minutes, takesUp);
    }

    AgendaItem withMinutes(String text) {
        return new AgendaItem(id, version, meeting, position, title, note, asked, text, takesUp);
    }
}
