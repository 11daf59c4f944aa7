package org.convergence.outreach.assembly.domain;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.BodyId;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.DatePoll.AskedPerson;
import org.convergence.outreach.assembly.domain.DatePoll.DateAnswer;
import org.convergence.outreach.assembly.domain.DatePoll.DatePollFacts;
import org.convergence.outreach.assembly.domain.DatePoll.DatePollId;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.Requires;
import org.convergence.platform.access.Token;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.database.VersionedRow;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds a date for a meeting among the people who hold the seats of a body. */
@Service
@Transactional
@Requires(AssemblyPermissions.PREPARE)
public class DatePollService {

    /** The matter of letters that ask for an answer. */
    static final String MATTER = "assembly_dates";

    private static final Actor BY_LINK = Actor.system("date link");

    private final DatePollRepository polls;
    private final BodyQueries bodies;
    private final MeetingService meetings;
    private final LetterStatusService letters;
    private final OrganisationSettings settings;
    private final JdbcClient db;
    private final Clock clock;

    DatePollService(
            DatePollRepository polls,
            BodyQueries bodies,
            MeetingService meetings,
            LetterStatusService letters,
            OrganisationSettings settings,
            JdbcClient db,
            Clock clock) {
        this.polls = polls;
        this.bodies = bodies;
        this.meetings = meetings;
        this.letters = letters;
        this.settings = settings;
        this.db = db;
        this.clock = clock;
    }

    /** The questions that are open, the latest first. */
    @Transactional(readOnly = true)
    @Requires(AssemblyPermissions.READ)
    public List<DatePoll> findOpen() {
        return polls.findOpen();
    }

    /** A question. */
    @Transactional(readOnly = true)
    @Requires(AssemblyPermissions.READ)
    public DatePoll findById(DatePollId id) {
        return polls.findById(id);
    }

    /** The people who are asked, in the order of their seats. */
    @Transactional(readOnly = true)
    @Requires(AssemblyPermissions.READ)
    public List<AskedPerson> findPeople(DatePollId id) {
        return polls.findPeople(id);
    }

    /**
     * Asks about dates: the holder of each seat, or the substitute of a seat without holder.
     *
     * @throws Refused if there is no date, one is over or does not exist, or nobody holds a seat
     */
    @Transactional(label = "assembly.ask-dates")
    public DatePollId create(BodyId body, DatePollFacts facts) {
        if (facts.dates().isEmpty()) {
            throw new Refused("assembly.refused.dates.none");
        }
        for (LocalDateTime each : facts.dates()) {
            if (!each.isAfter(settings.now())) {
                throw new Refused("assembly.refused.dates.over", each.toLocalDate());
            }
            MeetingPolicy.requireExists(each, settings.current().zone());
        }
        Set<PersonId> people = new LinkedHashSet<>();
        bodies.findSeats(body, facts.dates().get(0).toLocalDate()).stream()
                .flatMap(seat -> seat.mandates().stream().limit(1))
                .forEach(each -> people.add(each.person()));
        if (people.isEmpty()) {
            throw new Refused("assembly.refused.dates.nobody");
        }
        UUID id = Ids.next();
        db.sql("""
                        INSERT INTO outreach.assembly_date_poll (id, body, title, place, online, dates)
                        VALUES (:id, :body, :title, :place, :online, CAST(:when AS timestamp[]))
                        """)
                .params(VersionedRow.values(facts, "dates"))
                .param("id", id)
                .param("body", body.value())
                .param(
                        "when",
                        facts.dates().stream().map(LocalDateTime::toString).toArray(String[]::new))
                .update();
        for (PersonId each : people) {
            db.sql("INSERT INTO outreach.assembly_date_answer (id, poll, person) VALUES (?, ?, ?)")
                    .params(Ids.next(), id, each.value())
                    .update();
        }
        return new DatePollId(id);
    }

    /**
     * Notes what a person answered by telephone or otherwise.
     *
     * @throws Refused if the date is chosen already
     */
    @Transactional(label = "assembly.note-dates")
    public void note(DatePollId id, UUID person, List<DateAnswer> answers) {
        save(polls.findPerson(person).filter(each -> each.poll().equals(id)), answers, false);
    }

    private void save(Optional<AskedPerson> person, List<DateAnswer> answers, boolean byLink) {
        AskedPerson asked = person.orElseThrow(() -> new NotFound("person"));
        DatePoll poll = lockOpen(asked.poll());
        if (answers.size() != poll.dates().size()) {
            throw new IllegalArgumentException("an answer for each date");
        }
        db.sql("""
                        UPDATE outreach.assembly_date_answer
                           SET answers = :answers, answered_at = :now, by_link = :link WHERE id = :id
                        """)
                .params(Map.of(
                        "answers", answers.stream().map(Enum::name).toArray(String[]::new),
                        "now", SqlTime.now(clock),
                        "link", byLink,
                        "id", asked.id()))
                .update();
        letters.withholdUntrue(List.of(asked.id()));
    }

    private DatePoll lockOpen(DatePollId id) {
        DatePoll poll = polls.lock(id);
        if (poll.meeting() != null) {
            throw new Refused("assembly.refused.dates.chosen");
        }
        return poll;
    }

    /**
     * Makes the meeting of a date. The answers become replies to its notice, once it is written.
     *
     * @throws Refused if a date is chosen already, or this one is over
     */
    @Transactional(label = "assembly.choose-date")
    public MeetingId choose(DatePollId id, LocalDateTime date) {
        DatePoll poll = lockOpen(id);
        if (!poll.dates().contains(date)) {
            throw new NotFound("date");
        }
        if (!date.isAfter(settings.now())) {
            throw new Refused("assembly.refused.dates.over", date.toLocalDate());
        }
        MeetingId meeting = meetings.plan(
                poll.body(),
                new MeetingFacts(
                        false,
                        poll.title(),
                        date,
                        null,
                        new MeetingFacts.MeetingPlace(
                                poll.place(),
                                poll.place() == null ? null : settings.current().homePlace(),
                                poll.online())));
        db.sql("UPDATE outreach.assembly_date_poll SET meeting = ?, version = version + 1 WHERE id = ?")
                .params(meeting.value(), id.value())
                .update();
        withhold(id);
        return meeting;
    }

    /**
     * Gives a question up, with its answers and links.
     *
     * @throws Refused if a date is chosen already
     */
    @Transactional(label = "assembly.give-up-dates")
    public void delete(DatePollId id) {
        lockOpen(id);
        letters.takeBack(MATTER, findPeople(id).stream().map(AskedPerson::id).toList());
        db.sql("DELETE FROM outreach.assembly_date_poll WHERE id = ?")
                .param(id.value())
                .update();
    }

    private void withhold(DatePollId id) {
        letters.withholdUntrue(findPeople(id).stream().map(AskedPerson::id).toList());
    }

    /** Whether a person is still to answer: the date is sought, and one of them is to come. */
    @Transactional(readOnly = true)
    @Open("asked by the outbox before a letter leaves")
    public boolean isAwaited(UUID person) {
        return polls.findPerson(person)
                .filter(each -> each.answers() == null)
                .map(each -> polls.findById(each.poll()))
                .filter(each -> each.meeting() == null && each.lastDate().isAfter(settings.now()))
                .isPresent();
    }

    /** Issues a link to a person's answer; a letter that is sent again carries another, and both open it. */
    @Open("made by the outbox as a letter leaves")
    public String issueLink(UUID person) {
        Token token = Token.random();
        DatePoll poll = polls.findById(polls.findPerson(person)
                .orElseThrow(() -> new NotFound("person"))
                .poll());
        db.sql("INSERT INTO outreach.assembly_date_link (id, answer, token, expires_at) VALUES (?, ?, ?, ?)")
                .params(
                        Ids.next(),
                        person,
                        token.hash(),
                        poll.lastDate()
                                .plusDays(MeetingLinkService.DAYS_AFTER)
                                .atZone(settings.current().zone())
                                .toOffsetDateTime())
                .update();
        return token.secret();
    }

    /** A person's answer with the question. */
    public record OpenedDates(DatePoll poll, AskedPerson person) {}

    /**
     * What a link opens.
     *
     * @throws NotFound if it opens nothing
     */
    @Transactional(readOnly = true)
    @Open("a link opens one person's answer about dates")
    public OpenedDates findByLink(String secret) {
        return db.sql("SELECT answer FROM outreach.assembly_date_link WHERE token = ? AND expires_at > ?")
                .params(Token.hashOf(secret), SqlTime.now(clock))
                .query(UUID.class)
                .optional()
                .flatMap(polls::findPerson)
                .map(each -> new OpenedDates(polls.findById(each.poll()), each))
                .orElseThrow(() -> new NotFound("dates"));
    }

    /**
     * Saves the answer of the person who got the link; a later answer replaces it.
     *
     * @throws Refused if a date is chosen already
     */
    @Transactional(label = "assembly.answer-dates")
    @Open("a link opens one person's answer about dates")
    public void answerByLink(String secret, List<DateAnswer> answers) {
        AskedPerson person = findByLink(secret).person();
        CurrentActor.runAs(BY_LINK, () -> save(Optional.of(person), answers, true));
    }
}
