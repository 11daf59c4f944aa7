package org.convergence.cooperation.watch.domain;

import java.sql.Types;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.convergence.cooperation.watch.WatchPermissions;
import org.convergence.cooperation.watch.domain.WatchDigest.ChosenLine;
import org.convergence.cooperation.watch.domain.WatchDigest.DigestLine;
import org.convergence.cooperation.watch.domain.WatchDigest.WatchDigestId;
import org.convergence.cooperation.watch.domain.WatchItem.ItemTranslation;
import org.convergence.cooperation.watch.domain.WatchItem.WatchAudience;
import org.convergence.cooperation.watch.domain.WatchItem.WatchItemId;
import org.convergence.cooperation.watch.domain.WatchItem.WatchReliability;
import org.convergence.directory.people.NamedPeopleFinder;
import org.convergence.outreach.newsletter.NewsletterDrafts;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.RealisationSource;
import org.convergence.plan.realisation.WorkRecorder;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.TransactionLock;
import org.convergence.platform.geography.Country;
import org.convergence.platform.publicform.PublicLanguages;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes digests from kept items: each item is told once to an audience in a language, and once more if it turned out to
 * be wrong. A partner's note is told in the words to which she said yes, without her name.
 */
@Service
@Transactional
@Requires(WatchPermissions.EDIT)
public class DigestService {

    static final String TABLE = "cooperation.watch_digest";

    /** The most lines of a digest. */
    public static final int MOST_LINES = 60;

    /** The longest line, in characters. */
    public static final int LONGEST_LINE = 800;

    private static final int LONGEST_BODY = 10_000;

    private static final String LOCKED = " FOR UPDATE";

    private final JdbcClient db;
    private final WatchRepository items;
    private final NamedPeopleFinder names;
    private final NewsletterDrafts newsletters;
    private final WorkRecorder work;
    private final PublicLanguages words;
    private final OrganisationSettings settings;

    DigestService(
            JdbcClient db,
            WatchRepository items,
            NamedPeopleFinder names,
            NewsletterDrafts newsletters,
            WorkRecorder work,
            PublicLanguages words,
            OrganisationSettings settings) {
        this.db = db;
        this.items = items;
        this.names = names;
        this.newsletters = newsletters;
        this.work = work;
        this.words = words;
        this.settings = settings;
    }

    /** The latest digests. */
    @Transactional(readOnly = true)
    @Requires(WatchPermissions.READ)
    public List<WatchDigest> findLatest() {
        return db.sql("SELECT * FROM cooperation.watch_digest ORDER BY made_on DESC, id DESC LIMIT 24")
                .query(RecordMapper.of(WatchDigest.class))
                .list();
    }

    /** @throws NotFound if there is no such digest */
    @Transactional(readOnly = true)
    @Requires(WatchPermissions.READ)
    public WatchDigest findById(WatchDigestId id) {
        return find(id, "");
    }

    private WatchDigest find(WatchDigestId id, String lock) {
        return db.sql("SELECT * FROM cooperation.watch_digest WHERE id = ?" + lock)
                .param(id.value())
                .query(RecordMapper.of(WatchDigest.class))
                .optional()
                .orElseThrow(() -> new NotFound("digest"));
    }

    /** The lines that a digest may hold today, by country: corrections, then the latest. */
    @Transactional(readOnly = true)
    public List<DigestLine> findLines(WatchAudience audience, String language) {
        List<WatchItem> found = items.findForDigest(audience, language, settings.today(), MOST_LINES).stream()
                .sorted(Comparator.comparing(WatchItem::country))
                .toList();
        DigestWords t = DigestWords.of(language, words);
        List<String> told =
                found.stream().map(each -> wordsOf(each, language, t)).toList();
        List<List<String>> named = names.findNames(told);
        return IntStream.range(0, found.size())
                .mapToObj(i -> new DigestLine(
                        found.get(i),
                        told.get(i),
                        found.get(i).isNote(),
                        found.get(i).reliability() == WatchReliability.REFUTED,
                        named.get(i)))
                .toList();
    }

    /** The words to tell; a note that turned out to be wrong is corrected without the partner's words. */
    private static String wordsOf(WatchItem item, String language, DigestWords t) {
        return item.isNote() && item.reliability() == WatchReliability.REFUTED
                ? t.say("public.watch.refuted-note", item.keptOn())
                : item.words(language);
    }

    /**
     * Makes a digest. Words in another language than French are kept with their items.
     *
     * @throws Refused if no line is chosen, one cannot be told any more or has no words, a note has other words than
     *     those to which the partner said yes, or the text is too long
     */
    @Transactional(label = "watch.digest")
    public WatchDigestId create(WatchAudience audience, String language, List<ChosenLine> chosen) {
        TransactionLock.acquire(db, "watch/digest");
        Map<WatchItemId, DigestLine> lines = findLines(audience, language).stream()
                .collect(Collectors.toMap(each -> each.item().id(), Function.identity()));
        if (chosen.isEmpty()) {
            throw new Refused("watch.refused.no-line");
        }
        DigestWords t = DigestWords.of(language, words);
        Map<String, StringBuilder> countries = new LinkedHashMap<>();
        for (ChosenLine each : chosen) {
            DigestLine line = lines.get(each.item());
            if (line == null) {
                throw new Refused("watch.refused.told");
            }
            line.requireWords(each.words());
            if (!language.equals("fr") && !line.isFixed() && !each.words().equals(line.words())) {
                items.saveTranslation(each.item(), new ItemTranslation(language, each.words()));
            }
            countries
                    .computeIfAbsent(t.name(new Country(line.item().country())), name -> new StringBuilder())
                    .append("- ")
                    .append(line.tell(each.words(), t))
                    .append('\n');
        }
        String body = countries.entrySet().stream()
                .map(each -> each.getKey() + "\n\n" + each.getValue())
                .collect(Collectors.joining("\n"))
                .strip();
        if (body.length() > LONGEST_BODY) {
            throw new Refused("watch.refused.digest-long", LONGEST_BODY);
        }
        LocalDate today = settings.today();
        WatchDigestId id = new WatchDigestId(Ids.next());
        db.sql("""
                        INSERT INTO cooperation.watch_digest (id, audience, language, made_on, title, body, note_count)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        id.value(),
                        audience.name(),
                        language,
                        today,
                        t.title(audience, today),
                        body,
                        chosen.stream()
                                .map(ChosenLine::item)
                                .distinct()
                                .map(item -> Objects.requireNonNull(lines.get(item)))
                                .filter(line -> line.item().isNote() && !line.isRefutation())
                                .count())
                .update();
        chosen.stream()
                .map(ChosenLine::item)
                .distinct()
                .forEach(item -> db.sql("INSERT INTO cooperation.watch_told (digest, item, refuted) VALUES (?, ?, ?)")
                        .params(
                                id.value(),
                                item.value(),
                                Objects.requireNonNull(lines.get(item)).isRefutation())
                        .update());
        return id;
    }

    /**
     * Makes a draft of the newsletter, whose sending is recorded there.
     *
     * @return the address of the draft
     * @throws Refused if newsletters are not written in its language
     */
    @Transactional(label = "watch.hand-over")
    public String handOver(WatchDigestId id) {
        WatchDigest digest = findDraft(id);
        if (!digest.mayBeNewsletter()) {
            throw new Refused("watch.refused.creole");
        }
        requireConsent(digest);
        db.sql("UPDATE cooperation.watch_digest SET handed_on = ?, version = version + 1 WHERE id = ?")
                .params(settings.today(), id.value())
                .update();
        return newsletters.write(
                digest.language(),
                digest.title(),
                words.wordsFor(digest.language()).say("public.watch.lead." + digest.audience()),
                digest.body());
    }

    /** Records that the digest was sent otherwise: it is a realisation, once. */
    @Transactional(label = "watch.share")
    public void markShared(WatchDigestId id, LocalDate on) {
        WatchDigest digest = findDraft(id);
        if (on.isAfter(settings.today())) {
            throw new Refused("watch.refused.future");
        }
        requireConsent(digest);
        setShared(id, on);
        work.record(source(id), RealisationKind.PUBLICATION, on, "watch.realisation", digest.title());
    }

    /** Takes {@link #markShared} back. */
    @Transactional(label = "watch.unshare")
    public void markUnshared(WatchDigestId id) {
        if (find(id, LOCKED).sharedOn() != null) {
            setShared(id, null);
            work.withdraw(source(id));
        }
    }

    private WatchDigest findDraft(WatchDigestId id) {
        WatchDigest digest = find(id, LOCKED);
        if (digest.handedOn() != null || digest.sharedOn() != null) {
            throw new Refused("watch.refused.handed");
        }
        return digest;
    }

    /** Refuses if a partner's words in the digest are not those for which she gives her consent now. */
    private void requireConsent(WatchDigest digest) {
        for (WatchItem note : items.lockNotesToldBy(digest.id())) {
            if (!note.audience().reaches(digest.audience())
                    || !digest.body().contains(DigestLine.onOneLine(note.words(digest.language())))) {
                throw new Refused("watch.refused.yes-gone");
            }
        }
    }

    private void setShared(WatchDigestId id, @Nullable LocalDate on) {
        db.sql("UPDATE cooperation.watch_digest SET shared_on = ?, version = version + 1 WHERE id = ?")
                .param(1, on, Types.DATE)
                .param(2, id.value())
                .update();
    }

    /** Deletes a digest that was made by mistake and not sent; its items can be told again. */
    @Transactional(label = "watch.delete-digest")
    public void delete(WatchDigestId id) {
        findDraft(id);
        db.sql("DELETE FROM cooperation.watch_digest WHERE id = ?")
                .param(id.value())
                .update();
    }

    private static RealisationSource source(WatchDigestId id) {
        String value = id.value().toString();
        return new RealisationSource("cooperation.watch", "digest", value, "/cooperation/watch/digests/" + value);
    }
}
