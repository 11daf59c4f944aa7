package org.convergence.advocacy.position;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.advocacy.AdvocacyFixture;
import org.convergence.identity.Role;
import org.convergence.outreach.assembly.BoardFixture;
import org.convergence.outreach.assembly.BoardFixture.SeatedBoard;
import org.convergence.outreach.assembly.MeetingFixture;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.AttendanceStatus;
import org.convergence.outreach.assembly.domain.MinutesService;
import org.convergence.outreach.assembly.domain.ResolutionFacts;
import org.convergence.outreach.assembly.domain.ResolutionService;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What allows us to speak is chosen among the decisions that are recorded, and is told once it no longer stands. */
@ModuleTest
class PositionMandateTest {

    private static final String LIST = "/advocacy/position";

    @Autowired
    private AdvocacyFixture fixture;

    @Autowired
    private Pages pages;

    @Autowired
    private BoardFixture board;

    @Autowired
    private MeetingFixture meetings;

    @Autowired
    private MinutesService minutes;

    @Autowired
    private ResolutionService resolutions;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void nothing() {
        fixture.clear();
        for (String table : new String[] {"_signatory", "_text", ""}) {
            db.sql("DELETE FROM advocacy.position" + table).update();
        }
    }

    @Test
    void citesThePositionOfACoalitionUntilItIsTakenBack() {
        String coalition = fixture.post("/advocacy/coalition/new", "organisation-new=Table fictive du mandat");
        fixture.post(
                coalition + "/seats/new",
                "seatTitle=Coordination",
                "mandate=Parler de la C189",
                "power=DECIDES",
                "hours=4",
                "reviewOn=" + settings.today().plusDays(90));
        fixture.post(
                coalition + "/positions",
                "seat=" + fixture.only("coalition_seat"),
                "position=Déclaration du 7 octobre",
                "takenOn=" + settings.today());
        String decision = fixture.only("coalition_position").toString();
        assertThat(pages.as(Role.COORDINATOR)
                        .open(LIST + "/new")
                        .select("select[name=cited] optgroup option[value=" + decision + "]")
                        .text())
                .contains("Table fictive du mandat", "Déclaration du 7 octobre");
        String url = fixture.post(LIST + "/new", fields("cited=" + decision));
        assertThat(pages.as(Role.COORDINATOR)
                        .open(url)
                        .select("main a[href=" + coalition + "]")
                        .text())
                .contains("La décision d’une coalition", "Déclaration du 7 octobre");
        pages.as(Role.STAFF).post(url + "/read", "readOn=" + settings.today());

        fixture.post(coalition + "/positions/" + decision + "/remove");
        assertThat(fixture.main(url))
                .contains("Déclaration du 7 octobre", "La décision citée a été retirée, ou ne tient plus");
        String[] publication = {"on=" + settings.today(), "place=Notre site"};
        assertThat(pages.as(Role.STAFF).post(url + "/publish", publication))
                .as("in the name of nothing")
                .hasStatus(422);
        assertThat(pages.as(Role.COORDINATOR).post(LIST + "/new", fields("cited=" + decision)))
                .hasStatus(422);
        fixture.post(
                url + "/edit",
                fields(
                        "version="
                                + pages.as(Role.COORDINATOR)
                                        .open(url + "/edit")
                                        .select("[name=version]")
                                        .val(),
                        "mandate=POLICY",
                        "mandateText=Politique de prise de position",
                        "mandateOn=" + settings.today()));
        assertThat(fixture.main(url)).contains("Politique de prise de position").doesNotContain("a été retirée");
        assertThat(pages.as(Role.STAFF).post(url + "/publish", publication)).hasStatus(303);
        String kit = pages.as(Role.STAFF)
                .open(url)
                .select("a[href*=/outreach/relay/new?from=]")
                .attr("href");
        assertThat(pages.as(Role.STAFF).open(kit).select("[name=body]").text())
                .as("a kit for bulletins begins with its text")
                .contains("Nous demandons ceci.");
    }

    @Test
    void citesAResolutionCarriedWithAQuorum() {
        SeatedBoard made = board.addBoard();
        String valid = decided(made, 3, "d’appuyer la C189");
        String alone = decided(made, 1, "de parler pour deux");
        String offered = pages.as(Role.COORDINATOR)
                .open(LIST + "/new")
                .select("select[name=cited]")
                .text();
        assertThat(offered).contains("d’appuyer la C189").doesNotContain("de parler pour deux");
        String url =
                fixture.post(LIST + "/new", fields("cited=" + valid, "body-en=We ask this.", "body-es=Pedimos esto."));
        assertThat(fixture.main(url)).contains("Nous demandons ceci.", "We ask this.", "Pedimos esto.");
        assertThat(fixture.main(LIST + "?q=pedimos"))
                .as("by a quote of any language")
                .contains("Pour la C189");
        assertThat(pages.as(Role.COORDINATOR)
                        .open(url)
                        .select("main a[href=/outreach/assembly/resolutions/" + valid + "]"))
                .hasSize(1);
        assertThat(pages.as(Role.COORDINATOR).post(LIST + "/new", fields("cited=" + alone)))
                .as("carried without a quorum")
                .hasStatus(422);
        assertThat(pages.as(Role.COORDINATOR).post(LIST + "/new", fields()))
                .as("in the name of nothing")
                .hasStatus(422);
    }

    private String decided(SeatedBoard made, int present, String text) {
        MeetingId meeting =
                meetings.plan(made.id(), settings.today().minusDays(present).atTime(19, 0));
        Map<UUID, AttendanceStatus> there = new HashMap<>();
        made.seats().subList(0, present).forEach(seat -> there.put(seat, AttendanceStatus.HOLDER));
        board.callAs(() -> minutes.recordAttendance(meeting, there, "", null));
        UUID item = meetings.itemId(meeting, 2);
        return board.callAs(() -> resolutions.record(item, ResolutionFacts.unanimous(text, null, null)))
                .toString();
    }

    private static String[] fields(String... more) {
        return Stream.concat(
                        Stream.of(
                                "title=Pour la C189",
                                "kind=OPEN_LETTER",
                                "theme=Travail",
                                "body-fr=Nous demandons ceci."),
                        Arrays.stream(more))
                .toArray(String[]::new);
    }
}
