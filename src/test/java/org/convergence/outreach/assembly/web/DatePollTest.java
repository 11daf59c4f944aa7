package org.convergence.outreach.assembly.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.convergence.identity.Role;
import org.convergence.outreach.assembly.BoardFixture;
import org.convergence.outreach.assembly.BoardFixture.SeatedBoard;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.DatePoll.AskedPerson;
import org.convergence.outreach.assembly.domain.DatePoll.DatePollId;
import org.convergence.outreach.assembly.domain.DatePollService;
import org.convergence.outreach.assembly.domain.MeetingNoticeService;
import org.convergence.outreach.assembly.domain.MeetingReplyService;
import org.convergence.platform.publicform.FormShield;
import org.convergence.platform.publicform.PublicFormGuard;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A date found among the seats of a board: asked by letter, answered by links, made a meeting by one press. */
@ModuleTest
class DatePollTest {

    private static final String DATES = "/outreach/assembly/dates";

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers users;

    @Autowired
    private BoardFixture board;

    @Autowired
    private DatePollService polls;

    @Autowired
    private MeetingReplyService replies;

    @Autowired
    private MeetingNoticeService notices;

    @Autowired
    private PublicFormGuard guard;

    @Autowired
    private OrganisationSettings settings;

    @BeforeEach
    void anOrganisation() {
        users.ensureOrganisation();
    }

    @Test
    void seatsAnswerByLinkAndTheChosenDateBecomesAMeetingWithTheirReplies() {
        SeatedBoard made = board.addBoard();
        String url = ask(made, 20, 21);
        assertThat(main(url)).contains("Pas de réponse", "0 oui · 0 si nécessaire · 0 non", "Poser la question");
        assertThat(main(url + "/letters")).contains("Écrire à 4 personnes", "Quelle date vous convient?");
        assertThat(pages.as(Role.STAFF).post(url + "/letters")).hasStatus(303);
        assertThat(pages.as(Role.STAFF).post(url + "/letters"))
                .as("the letters still wait")
                .hasStatus(422);

        List<String> links = people(url).stream()
                .map(each -> "/outreach/assembly/dates/link/" + polls.issueLink(each.id()))
                .toList();
        assertThat(Pages.parse(pages.asStranger().get(links.get(0))).text())
                .contains("quelles dates vous conviennent?")
                .doesNotContain(people(url).get(1).name());
        answer(links.get(0), "YES", "NO");
        answer(links.get(1), "IF_NEEDED", "YES");
        answer(links.get(0), "NO", "YES");
        assertThat(pages.asStranger().get(links.get(2)))
                .as("opening answers nothing")
                .hasStatusOk();
        String note = url + "/answers/" + people(url).get(2).id();
        assertThat(pages.as(Role.STAFF).post(note, "date0=NO"))
                .as("one answer is missing")
                .hasStatus(422);
        assertThat(pages.as(Role.STAFF).post(note, "date0=NO", "date1=IF_NEEDED"))
                .hasStatus(303);
        assertThat(main(url))
                .contains("0 oui · 1 si nécessaire · 2 non", "2 oui · 1 si nécessaire · 0 non Convient le mieux")
                .contains("Rappel aux personnes qui n’ont pas répondu");
        assertThat(polls.isAwaited(people(url).get(0).id()))
                .as("a letter that waits is withheld")
                .isFalse();

        MvcTestResult chosen = pages.as(Role.STAFF).post(url + "/choose", "date=1");
        String meeting = location(chosen);
        assertThat(main(meeting)).contains("Salle des dates");
        assertThat(pages.as(Role.STAFF).post(url + "/choose", "date=0"))
                .as("chosen once")
                .hasStatus(422);
        assertThat(Pages.parse(pages.asStranger().get(links.get(3))).text()).contains("Une date est choisie");

        MeetingId id = new MeetingId(UUID.fromString(meeting.substring(meeting.lastIndexOf('/') + 1)));
        board.callAs(() -> notices.convene(id));
        assertThat(board.callAs(() -> replies.findReplies(id)).people().stream()
                        .map(each -> each.reply() == null
                                ? "none"
                                : each.reply().answer().name())
                        .toList())
                .as("who said « if needed » is asked again")
                .containsExactly("COMING", "COMING", "none", "none");
    }

    @Test
    void refusesDatesThatAreOverAndABodyWithoutPeopleAndDestroysWhatIsGivenUp() {
        SeatedBoard made = board.addBoard();
        assertThat(pages.as(Role.STAFF).post(DATES + "/new", "body=" + made.id().value()))
                .hasStatus(422)
                .bodyText()
                .contains("au moins une date");
        assertThat(pages.as(Role.STAFF)
                        .post(DATES + "/new", "body=" + made.id().value(), "day1=2020-02-03", "begins1=19:00"))
                .hasStatus(422)
                .bodyText()
                .contains("est passé");
        String url = ask(made, 12);
        String link = "/outreach/assembly/dates/link/"
                + polls.issueLink(people(url).get(0).id());
        assertThat(pages.as(Role.VOLUNTEER).post(url + "/choose", "date=0")).hasStatus(403);
        assertThat(pages.as(Role.STAFF).post(url + "/delete")).hasStatus(303);
        assertThat(pages.asStranger().get(link)).hasStatus(404);
        assertThat(pages.as(Role.STAFF).get(url)).hasStatus(404);
    }

    private String ask(SeatedBoard made, int... inDays) {
        LocalDate today = settings.today();
        List<String> fields = new ArrayList<>(List.of("body=" + made.id().value(), "place=Salle des dates"));
        IntStream.range(0, inDays.length).forEach(each -> {
            fields.add("day" + (each + 1) + "=" + today.plusDays(inDays[each]));
            fields.add("begins" + (each + 1) + "=18:30");
        });
        return location(pages.as(Role.STAFF).post(DATES + "/new", fields.toArray(String[]::new)));
    }

    private List<AskedPerson> people(String url) {
        DatePollId id = new DatePollId(UUID.fromString(url.substring(url.lastIndexOf('/') + 1)));
        return board.callAs(() -> polls.findPeople(id));
    }

    private void answer(String link, String... answers) {
        assertThat(pages.asStranger().post(link, form -> {
                    IntStream.range(0, answers.length).forEach(each -> form.field("date" + each, answers[each]));
                    form.field(
                            FormShield.OPENED,
                            guard.shield("assembly-dates", Instant.now().minusSeconds(30))
                                    .opened());
                }))
                .hasStatus(303);
    }

    private String main(String url) {
        return pages.as(Role.STAFF).open(url).select("main").text().replace('\u00a0', ' ');
    }

    private static String location(MvcTestResult answer) {
        assertThat(answer).hasStatus(303);
        return String.valueOf(answer.getResponse().getHeader("Location"));
    }
}
