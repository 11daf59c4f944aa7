package org.convergence.outreach.assembly.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import org.convergence.identity.Role;
import org.convergence.outreach.assembly.BoardFixture;
import org.convergence.outreach.assembly.BodyId;
import org.convergence.outreach.assembly.MeetingFixture;
import org.convergence.outreach.assembly.domain.BodyKind;
import org.convergence.outreach.assembly.domain.Quorum;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.MovingClock;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Members require a special assembly; and the day on which a body usually meets. */
@ModuleTest
class RequisitionPagesTest {

    @Autowired
    private TestUsers users;

    @Autowired
    private BoardFixture board;

    @Autowired
    private MeetingFixture meetings;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private MovingClock clock;

    @Autowired
    private Pages pages;

    private String url = "";
    private LocalDate today = LocalDate.EPOCH;

    @BeforeEach
    void anAssembly() {
        users.ensureOrganisation();
        BodyId body = board.addBody(BodyKind.GENERAL, Quorum.moreThanHalf());
        url = "/outreach/assembly/bodies/" + body.value();
        today = settings.today();
    }

    private void note(String members, String entitled) {
        assertThat(pages.as(Role.COORDINATOR)
                        .post(
                                url + "/requisitions/new",
                                "receivedOn=" + today,
                                "business=La vente du siège",
                                "members=" + members,
                                "entitled=" + entitled))
                .hasStatus(303);
    }

    @Test
    void theBoardCallsTheAssemblyWithItsBusinessOnTheAgenda() {
        note("5", "50");
        assertThat(section())
                .contains("La vente du siège", "5 membres sur 50", "À tenir d’ici le")
                .doesNotContain("par les membres");
        assertThat(text(Role.BOARD_MEMBER, url)).contains("La vente du siège").doesNotContain("Convoquer l’assemblée");
        String call = call("Convoquer l’assemblée");
        assertThat(text(Role.COORDINATOR, call)).contains("Assemblée demandée par 5 membres, à tenir d’ici le");
        assertThat(plan(call + "&members=yes", 10))
                .as("the members before the board had its time")
                .isEqualTo("422");
        String meeting = plan(call, 20);
        assertThat(text(Role.COORDINATOR, meeting)).contains("La vente du siège", "À la demande de 5 membres sur 50");
        assertThat(section()).contains("Prévue pour le").doesNotContain("Convoquer l’assemblée");
        assertThat(text(Role.COORDINATOR, "/")).doesNotContain("Assemblée demandée par des membres");
        assertThat(plan(call, 25)).as("twice").isEqualTo("422");
    }

    @Test
    void theMembersMayCallItOnceTheTimeIsOver() {
        note("5", "50");
        clock.advance(Duration.ofDays(21));
        assertThat(section()).contains("À tenir d’ici le");
        assertThat(text(Role.COORDINATOR, "/")).contains("Assemblée demandée par des membres, à tenir");
        clock.advance(Duration.ofDays(1));
        assertThat(section()).contains("les membres qui l’ont demandée peuvent la convoquer");
        String meeting = plan(call("Noter la convocation par les membres"), 45);
        assertThat(text(Role.COORDINATOR, meeting)).contains("ces membres convoquent l’assemblée");
        assertThat(section()).contains("Prévue par les membres pour le");
    }

    @Test
    void fewerThanATenthObligeNobodyAndBadInputIsRefused() {
        note("4", "50");
        assertThat(section()).contains("Moins d’un dixième des membres");
        assertThat(text(Role.COORDINATOR, "/")).doesNotContain("Assemblée demandée par des membres");
        for (String bad : new String[] {"members=51", "receivedOn=" + today.plusDays(1), "business="}) {
            assertThat(pages.as(Role.COORDINATOR).post(url + "/requisitions/new", form -> {
                        form.field(bad.split("=", 2)[0], bad.split("=", 2)[1]);
                        form.field("receivedOn", today.toString())
                                .field("business", "La vente du siège")
                                .field("members", "5")
                                .field("entitled", "50");
                    }))
                    .as(bad)
                    .hasStatus(422);
        }
        BodyId committee = board.addBody(BodyKind.COMMITTEE, Quorum.moreThanHalf());
        assertThat(pages.as(Role.COORDINATOR)
                        .post(
                                "/outreach/assembly/bodies/" + committee.value() + "/requisitions/new",
                                "receivedOn=" + today,
                                "business=Un objet",
                                "members=5",
                                "entitled=50"))
                .hasStatus(422);
        assertThat(pages.as(Role.BOARD_MEMBER).get(url + "/requisitions/new")).hasStatus(403);
    }

    @Test
    void withdrawnOnesAreOver() {
        assertThat(pages.as(Role.COORDINATOR)
                        .open(url + "/requisitions/new")
                        .select("input[type=date]")
                        .eachAttr("name"))
                .as("a new request stands")
                .containsExactly("receivedOn");
        note("5", "50");
        String edit = pages.as(Role.COORDINATOR)
                .open(url)
                .select("#requisitions .what a")
                .attr("href");
        assertThat(pages.as(Role.COORDINATOR)
                        .open(edit)
                        .select("input[type=date]")
                        .eachAttr("name"))
                .containsExactly("receivedOn", "withdrawnOn");
        assertThat(pages.as(Role.COORDINATOR)
                        .post(
                                edit,
                                "version=1",
                                "receivedOn=" + today,
                                "business=La vente du siège",
                                "members=5",
                                "entitled=50",
                                "withdrawnOn=" + today))
                .hasStatus(303);
        assertThat(section()).contains("Retirée le").doesNotContain("Convoquer l’assemblée");
        assertThat(text(Role.COORDINATOR, "/")).doesNotContain("Assemblée demandée par des membres");
    }

    @Test
    void theFormProposesTheUsualDayOfABoardAndTellsThatOfTheLaw() {
        BodyId body = board.addBody(BodyKind.BOARD, Quorum.moreThanHalf());
        for (String day : new String[] {"2026-09-23", "2026-10-28", "2026-11-25"}) {
            meetings.plan(body, LocalDate.parse(day).atTime(19, 0));
        }
        clock.moveTo(LocalDate.of(2026, 12, 1)
                .atTime(12, 0)
                .atZone(settings.current().zone())
                .toInstant());
        var form = pages.as(Role.COORDINATOR).open("/outreach/assembly/meetings/new?body=" + body.value());
        assertThat(form.select("input[name=day]").val()).isEqualTo("2026-12-23");
        assertThat(form.select("main").text()).contains("Comme les dernières fois, le 4e mercredi du mois");
        var assembly = pages.as(Role.COORDINATOR)
                .open("/outreach/assembly/meetings/new?body=" + url.substring(url.lastIndexOf('/') + 1));
        assertThat(assembly.select("input[name=day]").val()).isEmpty();
        assertThat(assembly.select("main").text().replace('\u00a0', ' '))
                .contains("la loi retient le quatrième mercredi de janvier : mercredi 27 janvier 2027");
    }

    private String call(String words) {
        return pages.as(Role.COORDINATOR)
                .open(url)
                .select("#requisitions a:contains(" + words + ")")
                .attr("href");
    }

    /** Plans the assembly in so many days; its address, or the status of the refusal. */
    private String plan(String call, int days) {
        var form = pages.as(Role.COORDINATOR).open(call).select("main form").first();
        var answer = pages.as(Role.COORDINATOR).post("/outreach/assembly/meetings/new", fields -> {
            Objects.requireNonNull(form)
                    .select("input[type=hidden]")
                    .forEach(each -> fields.field(each.attr("name"), each.val()));
            fields.field("body", url.substring(url.lastIndexOf('/') + 1))
                    .field("day", today.plusDays(days).toString())
                    .field("begins", "19:00");
        });
        return answer.getResponse().getStatus() == 303
                ? Pages.location(answer)
                : String.valueOf(answer.getResponse().getStatus());
    }

    private String section() {
        return pages.as(Role.COORDINATOR)
                .open(url)
                .select("#requisitions")
                .text()
                .replace('\u00a0', ' ');
    }

    private String text(Role role, String page) {
        return pages.as(role).open(page).select("main").text().replace('\u00a0', ' ');
    }
}
