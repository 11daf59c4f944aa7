package org.convergence.cooperation.watch.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.convergence.cooperation.watch.WatchPermissions;
import org.convergence.cooperation.watch.domain.WatchFeed.WatchEntryId;
import org.convergence.cooperation.watch.domain.WatchItem.PartnerYes;
import org.convergence.cooperation.watch.domain.WatchItem.WatchAudience;
import org.convergence.cooperation.watch.domain.WatchItem.WatchItemFacts;
import org.convergence.cooperation.watch.domain.WatchItem.WatchItemId;
import org.convergence.cooperation.watch.domain.WatchPolicy.PastedText;
import org.convergence.cooperation.watch.domain.WatchRepository.NewItem;
import org.convergence.cooperation.watch.domain.WatchRepository.ProposedEntry;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.OptimisticLock;
import org.convergence.platform.database.Refused;
import org.convergence.platform.geography.Country;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps items and answers proposals. A partner's note stays with the team until she says yes to its words; changed words
 * bring it back to the team (R-WATCH-4).
 */
@Service
@Transactional
@Requires(WatchPermissions.EDIT)
public class WatchService {

    static final String CONTEXT_TABLE = "cooperation.watch_context";

    private final WatchRepository repository;
    private final OrganisationSettings settings;
    private final JdbcClient db;

    WatchService(WatchRepository repository, OrganisationSettings settings, JdbcClient db) {
        this.repository = repository;
        this.settings = settings;
        this.db = db;
    }

    /** @param isNew false if the address was kept before */
    public record KeptItem(WatchItemId id, boolean isNew) {}

    /**
     * Keeps a pasted text, for 90 days. A note is for the team; anything else for members. An address that is kept
     * already is not kept twice.
     */
    @Transactional(label = "watch.keep")
    public KeptItem keep(PastedText pasted, Country country, boolean isNote) {
        String url = pasted.url();
        if (url != null && !isNote) {
            Optional<WatchItemId> known = repository.findByUrl(country.code(), url, settings.today());
            if (known.isPresent()) {
                return new KeptItem(known.get(), false);
            }
        }
        return new KeptItem(insert(country.code(), pasted.title(), url, pasted.body(), pasted.site(), isNote), true);
    }

    private WatchItemId insert(
            String country, String title, @Nullable String url, String body, String source, boolean isNote) {
        LocalDate today = settings.today();
        return repository.insert(new NewItem(
                country,
                title,
                url,
                body,
                source,
                isNote,
                isNote ? WatchAudience.TEAM : WatchAudience.MEMBERS,
                today,
                today.plusDays(WatchPolicy.ITEM_DAYS)));
    }

    /** Keeps what a feed proposes. */
    @Transactional(label = "watch.keep")
    public WatchItemId keepEntry(WatchEntryId id) {
        ProposedEntry entry = repository.lockEntry(id);
        if ("KEPT".equals(entry.answer())) {
            throw new Refused("watch.refused.kept");
        }
        repository.answerEntry(id, "KEPT");
        return insert(entry.country(), entry.title(), entry.url(), "", entry.feed(), false);
    }

    /** Leaves out what a feed proposes; nothing takes its place this week. */
    @Transactional(label = "watch.dismiss")
    public void dismiss(WatchEntryId id) {
        if (repository.lockEntry(id).answer() == null) {
            repository.answerEntry(id, "DISMISSED");
        }
    }

    /** Takes {@link #dismiss} back. */
    @Transactional(label = "watch.restore")
    public void restore(WatchEntryId id) {
        if ("DISMISSED".equals(repository.lockEntry(id).answer())) {
            repository.answerEntry(id, null);
        }
    }

    /**
     * Changes an item. A note remains one, and its audience follows the partner's yes alone.
     *
     * @throws Refused if it would expire before it was kept
     */
    @Transactional(label = "watch.write")
    public void update(WatchItemId id, int version, WatchItemFacts facts) {
        WatchItem before = repository.lock(id);
        OptimisticLock.requireSameVersion(WatchRepository.TABLE, id.value(), version, before.version());
        if (facts.expiresOn().isBefore(before.keptOn())) {
            throw new Refused("watch.refused.expiry", before.keptOn());
        }
        boolean reworded = before.isRewordedBy(facts);
        boolean isNote = before.isNote() || facts.isNote();
        WatchAudience audience =
                !isNote ? facts.audience() : before.isNote() && !reworded ? before.audience() : WatchAudience.TEAM;
        repository.update(
                id,
                new WatchItemFacts(
                        facts.country(),
                        facts.title(),
                        facts.context(),
                        facts.reliability(),
                        audience,
                        facts.expiresOn(),
                        isNote,
                        isNote ? facts.contact() : null,
                        facts.lead(),
                        facts.leadBy(),
                        facts.leadUrl(),
                        facts.translations()),
                audience,
                reworded);
    }

    /**
     * Records the partner's yes to the present words of her note.
     *
     * @param version of the note whose words she heard
     * @param on the day on which she said it
     * @param how she said it
     * @throws Refused if it is no note, the audience is the team, or the day is in the future
     */
    @Transactional(label = "watch.yes")
    public void recordYes(WatchItemId id, int version, WatchAudience audience, LocalDate on, String how) {
        WatchItem before = repository.lock(id);
        OptimisticLock.requireSameVersion(WatchRepository.TABLE, id.value(), version, before.version());
        if (!before.isNote() || audience == WatchAudience.TEAM) {
            throw new Refused("watch.refused.yes");
        }
        if (on.isAfter(settings.today())) {
            throw new Refused("watch.refused.future");
        }
        repository.setYes(id, audience, on, how);
    }

    /** Takes a partner's yes back: the note returns to the team. What a digest told stays told. */
    @Transactional(label = "watch.no")
    public void withdrawYes(WatchItemId id) {
        PartnerYes yes = repository.lock(id).yes();
        if (yes != null) {
            repository.setYes(id, WatchAudience.TEAM, null, null);
        }
    }

    /** Deletes an item kept by mistake. */
    @Transactional(label = "watch.delete")
    public void delete(WatchItemId id) {
        repository.lock(id);
        repository.delete(id);
    }

    /**
     * Writes the context of a country.
     *
     * @param version 0 for the first
     */
    @Transactional(label = "watch.context")
    public void writeContext(Country country, int version, String body) {
        int written = version == 0
                ? db.sql("""
                                INSERT INTO cooperation.watch_context (id, country, body, written_on) VALUES (?, ?, ?, ?)
                                ON CONFLICT (country) DO NOTHING
                                """)
                        .params(Ids.next(), country.code(), body, settings.today())
                        .update()
                : db.sql("""
                                UPDATE cooperation.watch_context SET body = ?, written_on = ?, version = version + 1
                                WHERE country = ? AND version = ?
                                """)
                        .params(body, settings.today(), country.code(), version)
                        .update();
        if (written == 0) {
            throw new EditConflict(
                    CONTEXT_TABLE,
                    db.sql("SELECT id FROM cooperation.watch_context WHERE country = ?")
                            .param(country.code())
                            .query(UUID.class)
                            .single(),
                    version);
        }
    }
}
