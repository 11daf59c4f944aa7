package org.convergence.outreach.vote;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.identity.Role;
import org.convergence.outreach.assembly.domain.BodyKind;
import org.convergence.outreach.assembly.domain.Quorum;
import org.convergence.platform.door.DoorSource;
import org.convergence.platform.door.DoorSource.DoorGesture;
import org.convergence.platform.door.DoorSource.DoorMove;
import org.convergence.platform.door.DoorSource.DoorOutcome;
import org.convergence.platform.mail.BodyCompleter;
import org.convergence.platform.publicform.FormShield;
import org.convergence.platform.publicform.PublicFormGuard;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.text.Words;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** An assembly in ten days, whose federation has an address. */
abstract class MandateLetterFixture extends AssemblyDayFixture {

    @Autowired
    List<BodyCompleter> completers;

    @Autowired
    List<DoorSource> doors;

    @Autowired
    PublicFormGuard forms;

    @Autowired
    RecipientWords recipientWords;

    @Autowired
    Clock clock;

    OrganisationId federation = new OrganisationId(new UUID(0, 0));

    @BeforeEach
    void anAssemblyInTenDays() {
        meeting = meetings.plan(
                board.addBody(BodyKind.GENERAL, new Quorum(Quorum.QuorumMeasure.ORGANISATIONS, 1, 2, true)),
                settings.today().plusDays(10).atTime(9, 0));
        federation = board.callAs(() -> people.findOrCreateOrganisation("Fédération des grands vents"));
        db.sql("UPDATE directory.people_organisation SET contact_points = ?::jsonb WHERE id = ?")
                .params(
                        "[{\"channel\": \"MAIL\", \"sphere\": \"PROFESSIONAL\", \"value\": \"vents@exemple.org\"}]",
                        federation.value())
                .update();
    }

    List<String> guests() {
        Words t = recipientWords.forOrganisation();
        return door(() -> source().findGuests(meeting.value(), t)).stream()
                .map(each -> each.name() + " " + each.state())
                .toList();
    }

    DoorSource source() {
        return doors.stream()
                .filter(each -> each.name().equals("assembly"))
                .findFirst()
                .orElseThrow();
    }

    DoorOutcome enter(UUID guest) {
        return door(() -> source().apply(
                                meeting.value(),
                                new DoorGesture(DoorMove.ENTER, guest, null, false, false, clock.instant())))
                .outcome();
    }

    UUID named(String name) {
        return db.sql("""
                        SELECT n.id FROM outreach.vote_named n JOIN outreach.vote_mandate m ON m.id = n.mandate
                         WHERE n.name = ? AND m.meeting = ?""").params(name, meeting.value()).query(UUID.class).single();
    }

    /** Asks the federation, and returns its link. */
    String ask() {
        String due = settings.today().plusDays(5).toString();
        String mark = Pages.parse(pages.as(Role.STAFF).post(url() + "/mandates", "due=" + due))
                .select("button[name=confirmed]")
                .val();
        assertThat(pages.as(Role.STAFF).post(url() + "/mandates", "due=" + due, "confirmed=" + mark))
                .hasStatus(303);
        return complete(
                "vote_mandate",
                db.sql("SELECT id FROM outreach.vote_mandate WHERE meeting = ? AND organisation = ?")
                        .params(meeting.value(), federation.value())
                        .query(UUID.class)
                        .single());
    }

    String complete(String name, UUID record) {
        String whole = board.callAs(() -> completer(name).complete(record)).getOrDefault("link", "");
        return whole.substring(whole.indexOf("/outreach/"));
    }

    BodyCompleter completer(String name) {
        return completers.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Sends the notices of the preview. */
    MvcTestResult convene() {
        String action = Pages.require(pages.as(Role.STAFF).get(url() + "/mandates/delegates"))
                .select("main form.gestures")
                .attr("action");
        return pages.as(Role.STAFF).post(action);
    }

    MvcTestResult send(String link, String... fields) {
        var request = mvc.post().uri(link).param(FormShield.OPENED, opened("vote-mandate"));
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    /** Names one delegate by a link. */
    void name(String link, String name, String mail) {
        String version = Pages.require(pages.asStranger().get(link))
                .select("input[name=version]")
                .val();
        assertThat(send(
                        link,
                        "version",
                        version.isEmpty() ? "0" : version,
                        "delegate-1",
                        name,
                        "delegate-mail-1",
                        mail,
                        "signedBy",
                        "Luz Vega",
                        "authority",
                        "présidence"))
                .hasStatus(303);
    }

    MvcTestResult upload(String link, String name, String content) {
        return mvc.post()
                .uri(link)
                .multipart()
                .file(new org.springframework.mock.web.MockMultipartFile(
                        "letter", name, "text/plain", content.getBytes(StandardCharsets.UTF_8)))
                .param(FormShield.OPENED, opened("vote-mandate"))
                .param("delegate-1", "Éva Roy")
                .exchange();
    }

    MvcTestResult reply(String link, String answer) {
        return mvc.post()
                .uri(link + "/reply")
                .param(FormShield.OPENED, opened("assembly-reply"))
                .param("answer", answer)
                .param("words", "")
                .exchange();
    }

    String opened(String form) {
        return forms.shield(form, clock.instant().minusSeconds(30)).opened();
    }
}
