package org.convergence.outreach.assembly.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.outreach.assembly.BoardFixture.SeatedBoard;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** The pages of a body, its rules and its seats. */
@ModuleTest
class BodyPageAssemblerTest extends AssemblyPagesFixture {

    @Test
    void addsABodyWithRulesAndStandingItems() {
        Document form = open("/outreach/assembly/bodies/new");
        assertThat(form.select("input[name=noticeDays]").val()).isEqualTo("10");
        assertThat(form.select("textarea[name=standing]").text()).contains("Adoption de l’ordre du jour");

        String url = Pages.location(post(
                "/outreach/assembly/bodies/new",
                "name",
                "Conseil d’administration",
                "kind",
                "BOARD",
                "code",
                "cax",
                "standing",
                "Ouverture\n\nSuivis\n",
                "since",
                "2020-01-01",
                "noticeDays",
                "10",
                "measure",
                "SEATS",
                "part",
                ">1/2",
                "onSiteOnly",
                "true",
                "article",
                "Règlements, art. 31",
                "majority",
                "2/3",
                "base",
                "CAST"));

        Document page = open(url);
        assertThat(page.select("h1").text()).isEqualTo("Conseil d’administration");
        assertThat(page.select("#rules").text())
                .contains("Plus de la moitié de tous les sièges", "les deux tiers", "Interdit par les règlements");
        String meeting = Pages.location(post(
                "/outreach/assembly/meetings/new",
                "body",
                url.substring(url.lastIndexOf('/') + 1),
                "day",
                settings.today().plusDays(20).toString(),
                "begins",
                "19:00",
                "online",
                "https://zoom.example/j/1"));
        assertThat(open(meeting).select("main").text()).contains("un vote donné à distance pourrait être contesté");
        assertThat(page.select("#standing li")).hasSize(2);
        assertThat(open("/outreach/assembly").select("main").text()).contains("CAX");
    }

    @Test
    void countsTheAttendanceOfEachSeatAtMeetingsAndTrainings() {
        SeatedBoard made = board.addBoard();
        UUID seat = made.seats().get(0);
        String today = settings.today().toString();
        String[][] held = {{"", "HOLDER"}, {"", "EXCUSED"}, {"true", "HOLDER"}};
        for (String[] each : held) {
            String meeting = Pages.location(post(
                    "/outreach/assembly/meetings/new",
                    "body",
                    made.id().value().toString(),
                    "day",
                    today,
                    "begins",
                    "19:00",
                    "training",
                    each[0]));
            assertThat(open(meeting).select(".facts").text().contains("Formation de l’instance"))
                    .isEqualTo(!each[0].isEmpty());
            assertThat(post(meeting + "/attendance", "seat-" + seat, each[1], "at", "19:00"))
                    .hasStatus(303);
        }
        Document page = open("/outreach/assembly/bodies/" + made.id().value());
        List<String> seats = page.select("#seats li").eachText();
        assertThat(seats.get(0).replace('\u00a0', ' '))
                .contains("Présences de l’année : 1 sur 2 · formation : 1 sur 1");
        assertThat(seats.get(seats.size() - 1).replace('\u00a0', ' ')).contains("Présences de l’année : 0 sur 2");
        String meetings = open("/outreach/assembly/seats/" + seat + "/attendance")
                .select("main ul")
                .text();
        assertThat(meetings).contains("Présence de Titulaire", "Absence motivée", "(formation)");
        assertThat(get("/outreach/assembly/seats/" + seat + "/attendance", Role.BOARD_MEMBER))
                .as("each director sees it")
                .hasStatusOk();
    }

    @Test
    void reportsInvalidRules() {
        var answer = post(
                "/outreach/assembly/bodies/new",
                "name",
                "Comité",
                "kind",
                "COMMITTEE",
                "code",
                "3 X",
                "since",
                "2020-01-01",
                "noticeDays",
                "500",
                "measure",
                "SEATS",
                "part",
                "3/2");

        assertThat(answer).hasStatus(422);
        assertThat(page(answer).select("input[name=code][aria-invalid], input[name=noticeDays][aria-invalid]"))
                .hasSize(2);
        assertThat(page(answer).select("select[name=part][aria-invalid]")).hasSize(1);
    }

    @Test
    void showsAChangeOfItsLineInItsHistory() {
        SeatedBoard made = board.addBoard();
        String url = "/outreach/assembly/bodies/" + made.id().value();
        Document form = open(url + "/edit");
        Pages.location(post(
                url + "/edit",
                "version",
                form.select("input[name=version]").val(),
                "name",
                form.select("input[name=name]").val(),
                "kind",
                "BOARD",
                "code",
                made.code(),
                "line",
                UUID.randomUUID().toString()));
        assertThat(open(url).select("main").text()).contains("Ligne du plan");
    }

    @Test
    void showsHoldersAndVacantSeatsOfADay() {
        SeatedBoard made = board.addBoard();

        Document page = open("/outreach/assembly/bodies/" + made.id().value());
        assertThat(page.select("#seats .rows > li")).hasSize(5);
        assertThat(page.select("#seats").text()).contains("Présidence, Syndicat 1", "5 sièges, dont 1 sans titulaire");
        Document before = open("/outreach/assembly/bodies/" + made.id().value() + "?on=2019-12-31");
        assertThat(before.select("#seats .rows > li")).isEmpty();
    }

    @Test
    void addsAMandateByForm() {
        SeatedBoard made = board.addBoard();
        String person = board.addPerson("Wapikoni", "Awashish", "fr").value().toString();
        String seat = "/outreach/assembly/seats/" + made.seats().get(4);

        assertThat(open(seat + "/mandates/new").select("main").text()).contains("24 mois");
        assertThat(post(seat + "/mandates/new", "since", "2026-01-01", "role", "HOLDER"))
                .hasStatus(422);
        Pages.location(post(seat + "/mandates/new", "since", "2026-01-01", "role", "HOLDER", "person", person));

        Document page = open("/outreach/assembly/bodies/" + made.id().value() + "?on=2026-01-01");
        assertThat(page.select("#seats").text()).contains("Wapikoni Awashish");
    }

    @Test
    void offersReadersNoActions() {
        SeatedBoard made = board.addBoard();
        Document page = page(get("/outreach/assembly/bodies/" + made.id().value(), Role.BOARD_MEMBER));

        assertThat(page.select("main .gestures a, main .acts a")).isEmpty();
        assertThat(get("/outreach/assembly/bodies/new", Role.STAFF)).hasStatus(403);
    }
}
