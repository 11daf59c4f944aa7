package org.convergence.education.internship.domain;

import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.convergence.education.internship.InternshipFileId;
import org.convergence.education.internship.InternshipFileState;
import org.convergence.education.internship.InternshipPermissions;
import org.convergence.education.internship.domain.InternStory.StoryFacts;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.DayRange;
import org.convergence.plan.realisation.PlanAttribution;
import org.convergence.plan.realisation.RealisationDetails;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.RealisationRecorder;
import org.convergence.plan.realisation.RealisationSource;
import org.convergence.plan.realisation.RecordRealisationCommand;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.Requires;
import org.convergence.platform.access.Token;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.VersionedRow;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.shell.SourceTexts;
import org.convergence.platform.text.TextShortener;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What interns say by their link once they are back: an evaluation for the team, and a story that is told only as far and
 * as long as they agree. Taking the agreement back takes the story out of the plan at once.
 */
@Service
@Transactional
@Requires(InternshipPermissions.EDIT)
public class InternStoryService {

    static final String TABLE = "education.internship_story";

    private static final Actor BY_LINK = Actor.system("internship link");

    private final InternshipCallRepository calls;
    private final InternshipFileRepository files;
    private final RealisationRecorder realisations;
    private final RecipientWords words;
    private final SourceTexts texts;
    private final OrganisationSettings settings;
    private final JdbcClient db;

    InternStoryService(
            InternshipCallRepository calls,
            InternshipFileRepository files,
            RealisationRecorder realisations,
            RecipientWords words,
            SourceTexts texts,
            OrganisationSettings settings,
            JdbcClient db) {
        this.calls = calls;
        this.files = files;
        this.realisations = realisations;
        this.words = words;
        this.texts = texts;
        this.settings = settings;
        this.db = db;
    }

    /**
     * What a link opens.
     *
     * @param story {@code null} before the intern wrote it
     */
    public record LinkedStory(
            InternshipFile file,
            InternshipCall call,
            @Nullable InternStory story) {}

    /** @throws NotFound if the secret opens nothing, or the intern is not back yet */
    @Open("a link opens one file")
    @Transactional(readOnly = true)
    public LinkedStory open(String secret) {
        Optional<InternshipFileId> id = files.findByLink(secret);
        return CurrentActor.callAs(BY_LINK, () -> {
            InternshipFile file = files.findById(id.orElseThrow(() -> new NotFound("internship")));
            InternshipCall call = calls.findById(file.call());
            LocalDate end = calls.findDeparture(call.mission())
                    .map(each -> each.endsOn())
                    .orElse(call.endsOn());
            if (file.state() != InternshipFileState.CHOSEN || !settings.today().isAfter(end)) {
                throw new NotFound("internship");
            }
            return new LinkedStory(file, call, find(file.id()).orElse(null));
        });
    }

    private Optional<InternStory> find(InternshipFileId id) {
        return db.sql("SELECT * FROM education.internship_story WHERE application = ?")
                .param(id.value())
                .query(RecordMapper.of(InternStory.class))
                .optional();
    }

    /**
     * Saves what an intern says; another consent replaces the one before.
     *
     * @throws Refused if the last day of the consent is past
     */
    @Open("a link opens one file")
    @Transactional(label = "internship.tell")
    public void save(String secret, StoryFacts facts) {
        LinkedStory linked = open(secret);
        CurrentActor.callAs(BY_LINK, () -> {
            files.lock(linked.file().id());
            InternStory before = find(linked.file().id()).orElse(null);
            boolean agrees = facts.forReports() || facts.forMembers();
            if (agrees && facts.untilOn() != null && facts.untilOn().isBefore(settings.today())) {
                throw new Refused("public.internship.story.refused.past");
            }
            Map<String, @Nullable Object> values = VersionedRow.values(facts);
            values.put("application", linked.file().id());
            values.put("agreed_on", agrees ? settings.today() : null);
            values.put("withdrawn_on", null);
            VersionedRow.save(
                    db, TABLE, before == null ? null : before.id(), before == null ? 0 : before.version(), values);
            if (before != null && !(facts.forReports() && before.isWorded(facts.story(), facts.named()))) {
                realisations.withdraw(source(before));
            }
            return true;
        });
    }

    /** Takes the consent back: from now on nobody tells the story. */
    @Open("a link opens one file")
    @Transactional(label = "internship.untell")
    public void withdraw(String secret) {
        LinkedStory linked = open(secret);
        CurrentActor.callAs(BY_LINK, () -> {
            withdraw(linked.file().id(), story -> true);
            return texts.takeBack("education.internship", linked.file().id().value());
        });
    }

    private void withdraw(InternshipFileId id, Predicate<InternStory> which) {
        files.lock(id);
        find(id).filter(story -> story.agreedOn() != null && story.withdrawnOn() == null)
                .filter(which)
                .ifPresent(story -> {
                    db.sql("UPDATE education.internship_story SET version = version + 1, withdrawn_on = ? WHERE id = ?")
                            .params(settings.today(), story.id())
                            .update();
                    realisations.withdraw(source(story));
                });
    }

    /** Takes back the stories whose consent ended, each night. */
    @Open("a rule of time")
    @Transactional(label = "internship.untell")
    public void withdrawExpired() {
        LocalDate today = settings.today();
        db.sql("""
                        SELECT application FROM education.internship_story
                         WHERE (for_reports OR for_members) AND withdrawn_on IS NULL AND until_on < ?
                         ORDER BY application LIMIT 200
                        """)
                .param(today)
                .query(UUID.class)
                .list()
                .forEach(each -> withdraw(new InternshipFileId(each), story -> !story.isTold(today)));
    }

    /** What an intern said; empty before. */
    @Transactional(readOnly = true)
    @Requires(InternshipPermissions.READ_NAMES)
    public Optional<InternStory> findByFile(InternshipFileId id) {
        return find(id);
    }

    /**
     * Tells a story in the plan, with the intern's name if she agrees.
     *
     * @throws Refused if she does not agree that reports tell it
     */
    @Transactional(label = "internship.record-story")
    public void record(InternshipFileId id) {
        InternshipFile file = files.lock(id);
        InternshipCall call = calls.findById(file.call());
        InternStory story = find(id).filter(each -> each.forReports() && each.isTold(settings.today()))
                .orElseThrow(() -> new Refused("internship.refused.no-consent"));
        var t = words.forOrganisation();
        String title = story.named()
                ? t.say("internship.story.realisation.named", call.title(t), file.name())
                : t.say("internship.story.realisation", call.title(t));
        realisations.record(RecordRealisationCommand.done(
                source(story),
                new RealisationDetails(
                        TextShortener.shorten(title, RealisationDetails.LONGEST_TITLE),
                        RealisationKind.OTHER,
                        DayRange.on(settings.today()),
                        null,
                        null,
                        Set.of()),
                Amounts.UNKNOWN,
                PlanAttribution.ofLine(call.action(), story.story(), List.of())));
    }

    /** Other words, or a name that is or is not told, make another realisation: the first is not restored for them. */
    private static RealisationSource source(InternStory story) {
        byte[] hash = Token.hashOf(story.named() + "\n" + story.story());
        return new RealisationSource(
                "education.internship",
                "story",
                story.id() + "/" + Base64.getUrlEncoder().withoutPadding().encodeToString(hash),
                "/education/internship/files/" + story.application().value());
    }
}
