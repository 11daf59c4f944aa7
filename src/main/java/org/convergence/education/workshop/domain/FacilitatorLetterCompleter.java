package org.convergence.education.workshop.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.LetterRecipients;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.geography.Place;
import org.convergence.platform.mail.BodyCompleter;
import org.convergence.platform.mail.LetterBlock;
import org.convergence.platform.mail.LetterBlock.BulletItem;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Fills in date, place, access needs and material when a letter to a facilitator leaves. It is withheld once the session
 * has another date, time or place, its day is over, or it is no longer so that the facilitator gives it, or does not.
 */
@Component
record FacilitatorLetterCompleter(
        JdbcClient db,
        ObjectProvider<LetterStatusService> statuses,
        ObjectProvider<LetterRecipients> recipients,
        OrganisationSettings settings)
        implements BodyCompleter {

    @Override
    public String name() {
        return FacilitatorLetterSender.NAME;
    }

    @Override
    public Optional<String> withholdingReason(WaitingLetter letter) {
        boolean isTrue = db.sql("""
                        SELECT EXISTS (
                            SELECT FROM education.workshop_facilitator_letter n
                            JOIN education.workshop_session s ON s.id = n.session
                            LEFT JOIN education.workshop_session_facilitator f
                                   ON f.session = n.session AND f.facilitator = n.facilitator
                            WHERE n.id = :id AND n.day >= :today AND CASE n.kind
                                  WHEN 'CANCELLED' THEN s.state = 'CANCELLED'
                                  WHEN 'RELEASED' THEN s.state = 'PLANNED' AND f.session IS NULL
                                  ELSE s.state = 'PLANNED' AND f.session IS NOT NULL
                                       AND (n.day, n.begins, n.place) IS NOT DISTINCT FROM (s.day, s.begins, s.place) END)
                        """)
                .param("id", letter.subject())
                .param("today", settings.today())
                .query(Boolean.class)
                .single();
        return isTrue ? Optional.empty() : Optional.of("workshop.facilitator.letter.withheld");
    }

    /** Withholds the letters to facilitators that a change of a session has made untrue. */
    void withholdUntrue(UUID session) {
        statuses.getObject()
                .withholdUntrue(db.sql("SELECT id FROM education.workshop_facilitator_letter WHERE session = ?")
                        .param(session)
                        .query(UUID.class)
                        .list());
    }

    @Override
    public Map<String, List<LetterBlock>> blocks(UUID letter) {
        record FacilitatorReader(UUID session, PersonId person) {}
        FacilitatorReader reader = db.sql("""
                        SELECT n.session, f.person FROM education.workshop_facilitator_letter n
                        JOIN education.workshop_facilitator f ON f.id = n.facilitator WHERE n.id = ?
                        """)
                .param(letter)
                .query(RecordMapper.of(FacilitatorReader.class))
                .single();
        return Map.of(
                "details",
                details(
                        reader.session(),
                        recipients.getObject().findById(reader.person()).words()));
    }

    private record SessionDetails(
            LocalDate day,
            @Nullable String begins,
            @Nullable String region,
            String place,
            @Nullable String kitUrl,
            @Nullable String asker,
            @Nullable Integer people,
            String access) {}

    /** When, where and for which group, its access needs, and where the material is. */
    List<LetterBlock> details(UUID session, Words t) {
        SessionDetails it = db.sql("""
                        SELECT s.day, s.begins, s.region, s.place, w.kit_url, coalesce(o.name, r.asker) AS asker,
                               r.people, coalesce(r.access, '') AS access
                        FROM education.workshop_session s JOIN education.workshop w ON w.id = s.workshop
                        LEFT JOIN education.workshop_request r ON r.id = s.request
                        LEFT JOIN directory.people_organisation_name o ON o.id = s.organisation WHERE s.id = ?
                        """)
                .param(session)
                .query(RecordMapper.of(SessionDetails.class))
                .single();
        List<BulletItem> items = new ArrayList<>();
        String day = t.dayAndDate(it.day());
        add(
                items,
                t,
                "when",
                it.begins() == null ? day : t.say("public.workshop.at", day, WorkshopPolicy.time(it.begins())));
        String region = it.region() == null ? null : Place.of(it.region()).name(t);
        add(
                items,
                t,
                "where",
                it.place().isEmpty() ? region : region == null ? it.place() : it.place() + ", " + region);
        add(items, t, "group", it.asker());
        add(items, t, "people", it.people() == null ? null : t.number(it.people()));
        add(items, t, "access", it.access().isEmpty() ? null : it.access());
        if (it.kitUrl() != null) {
            items.add(new BulletItem(t.say("workshop.facilitator.letter.kit"), it.kitUrl()));
        }
        return List.of(new LetterBlock.Bullets(items));
    }

    private static void add(List<BulletItem> items, Words t, String key, @Nullable String text) {
        if (text != null) {
            items.add(new BulletItem(t.say("workshop.facilitator.letter.fact." + key, text), null));
        }
    }
}
