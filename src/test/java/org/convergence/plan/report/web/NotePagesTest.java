package org.convergence.plan.report.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.convergence.identity.Role;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.BodyKind;
import org.convergence.outreach.assembly.domain.Quorum;
import org.convergence.plan.report.ReportFixture.TestPlanLines;
import org.convergence.plan.report.SectionRef;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ModuleTest
class NotePagesTest extends NotePagesFixture {

    @Test
    void everyPageOfANoteOpens() {
        NotePagesCase made = aNote();
        String means = "/section/" + SectionRef.of(made.lines().workshops()).slug();
        for (String below : List.of(
                "",
                "/write",
                "/hand-in",
                "/file",
                "/lacks",
                "/paper",
                "/edit",
                "/lines?state=LATE",
                "/lines?state=POSTPONED",
                "/section/essential",
                "/section/decisions",
                means,
                means + "/edit",
                "/gap/" + made.lines().offer().value(),
                "/download.pdf",
                "/download.docx")) {
            assertThat(get(made.url() + below, Role.COORDINATOR)).as(below).hasStatusOk();
        }
        assertThat(get(made.url() + "/lines?state=x", Role.COORDINATOR)).hasStatus(422);
    }

    @Test
    void aNoteOnAPlanThatHasEndedTellsNoHoursAhead() {
        NotePagesCase made = aNote();
        assertThat(page(made.url() + "/paper").text()).contains("heures de l’équipe", "Capacité de l’équipe");
        db.sql("UPDATE plan.actionplan_plan SET period_to = ? WHERE id = ?")
                .params(today.minusDays(1), made.lines().plan().value())
                .update();
        assertThat(page(made.url() + "/paper").text()).doesNotContain("heures de l’équipe", "Capacité de l’équipe");
    }

    @Test
    void reportsHaveATabForEachAudience() {
        NotePagesCase made = aNote();
        String plan = "plan=" + made.lines().plan().value();
        assertThat(page("/plan/report?audience=board&" + plan).select("main .rows li"))
                .hasSize(1);
        assertThat(page("/plan/report?audience=annual&" + plan).select("main .rows li"))
                .isEmpty();
        assertThat(page("/plan/report?" + plan).select("main .tabs a").eachText())
                .contains("Tous", "CA");
        assertThat(page(made.url()).select("main .tabs a[aria-current]").text()).isEqualTo("CA");
    }

    @Test
    void aNewNoteProposesItsPeriodAndTheNextMeeting() {
        var body = board.addBody(BodyKind.BOARD, Quorum.moreThanHalf());
        LocalDate day = today.plusDays(12);
        meetings.plan(body, day.atTime(19, 0));
        NotePagesCase made = aNote();
        Document form = page(
                "/plan/report/new?audience=board&plan=" + made.lines().plan().value());
        assertThat(form.select("[name=from]").val())
                .as("the note goes until today")
                .isEqualTo(today.plusDays(1).toString());
        assertThat(form.select("[name=to]").val()).isEmpty();
        assertThat(form.select("[name=dueOn]").val()).isNotEmpty();
        assertThat(form.select("[name=title]").val()).startsWith("Note de suivi, Instance");
    }

    @Test
    void choosingAnotherPlanChangesThePeriodAndKeepsTheTypedTitle() {
        NotePagesCase made = aNote();
        TestPlanLines other = season.underWay(today);
        String[] typed = {
            "audience",
            "board",
            "plan",
            made.lines().plan().value().toString(),
            "propose",
            "on",
            "from",
            "",
            "to",
            "",
            "title",
            "Ma note",
            "language",
            "fr"
        };
        Document same = Jsoup.parse(Pages.text(post("/plan/report/new", typed)));
        assertThat(same.select("[name=from]").val()).isEqualTo(today.plusDays(1).toString());
        typed[3] = other.plan().value().toString();
        MvcTestResult proposed = post("/plan/report/new", typed);
        assertThat(proposed).hasStatusOk();
        Document form = Jsoup.parse(Pages.text(proposed));
        assertThat(form.select("[name=plan] option[selected]").val()).isEqualTo(typed[3]);
        assertThat(form.select("[name=from]").val()).isEqualTo(other.from().toString());
        assertThat(form.select("[name=to]").val()).isEqualTo(today.toString());
        assertThat(form.select("[name=title]").val()).isEqualTo("Ma note");
        assertThat(form.select("noscript").html()).contains("name=\"propose\"");
        typed[11] = "";
        form = Jsoup.parse(Pages.text(post("/plan/report/new", typed)));
        assertThat(form.select("[name=title]").val()).startsWith("Note de suivi");
        assertThat(page("/plan/report?audience=board&plan=" + typed[3]).select("main .rows li"))
                .isEmpty();
    }

    @Test
    void aNoteListsItsRemainingSteps() {
        NotePagesCase made = aNote();
        assertThat(page(made.url()).select("section[aria-labelledby=next]").text())
                .contains("Un retard à expliquer", "Un moyen à apprécier", "Aucune décision n’est demandée");
        assertThat(page(made.url())
                        .select("section[aria-labelledby=next] a")
                        .get(2)
                        .attr("href"))
                .endsWith("/write#decisions");
        write(made, page(made.url() + "/write"), made.field(), "Bien.", made.why(), "La salle a fermé.");
        assertThat(page(made.url()).select("section[aria-labelledby=next] li")).hasSize(1);
        write(made, page(made.url() + "/write"), "text-decisions", "Reporter le colloque");
        assertThat(page(made.url()).select("section[aria-labelledby=next]")).isEmpty();
        assertThat(Jsoup.parse(Pages.text(get(made.url(), Role.BOARD_MEMBER))).select("section[aria-labelledby=next]"))
                .isEmpty();
    }

    @Test
    void writesTheWholeNoteOnOnePage() {
        NotePagesCase made = aNote();
        Document form = page(made.url() + "/write");
        assertThat(form.select("main").text()).contains("Atelier <b>au</b> cégep", "En retard depuis le");
        assertThat(write(made, form, made.field(), "Les cégeps reviennent.", made.why(), "La salle a fermé."))
                .hasStatus(303);
        Document note = page(made.url());
        assertThat(note.select(".paper").text())
                .contains("Les cégeps reviennent.", "La salle a fermé.", "Aucune décision n’est demandée.");
        assertThat(note.select(".paper a[href*=lines]").text()).contains("Une action est en retard");
        assertThat(page(made.url() + "/lines?state=LATE").text()).contains("Offrir des ateliers", "La salle a fermé.");
        assertThat(page(made.url()).select(".lead").text()).contains("Rien ne manque");
    }

    @Test
    void keepsOtherFieldsAndShowsBothVersionsOfTheSameField() {
        NotePagesCase made = aNote();
        Document mine = page(made.url() + "/write");
        Document theirs = page(made.url() + "/write");
        assertThat(write(made, theirs, made.field(), "Le texte de Camille.", "text-decisions", "Reporter"))
                .hasStatus(303);
        assertThat(write(made, mine, "text-essential", "Un automne tranquille."))
                .hasStatus(303);
        assertThat(page(made.url()).text()).contains("Le texte de Camille.", "Un automne tranquille.", "Reporter");
        MvcTestResult conflict = write(made, mine, made.field(), "Mon texte.");
        assertThat(conflict).hasStatus(409).bodyText().contains("Le texte de Camille.", "Mon texte.");
        assertThat(write(made, Jsoup.parse(Pages.text(conflict)), made.field(), "Nos deux textes."))
                .hasStatus(303);
        assertThat(page(made.url()).text()).contains("Nos deux textes.").doesNotContain("Mon texte.");
    }

    @Test
    void appendsThePreviousNotesTextToTheTypedOne() {
        NotePagesCase first = aNote();
        write(first, page(first.url() + "/write"), first.field(), "Dix ateliers sont promis.");
        MvcTestResult begun = post(
                "/plan/report/new",
                "audience",
                "board",
                "plan",
                first.lines().plan().value().toString(),
                "title",
                "Deuxième note",
                "from",
                today.plusDays(1).toString(),
                "to",
                today.plusDays(2).toString(),
                "language",
                "fr");
        String write = Objects.requireNonNull(begun.getResponse().getRedirectedUrl());
        Document form = page(write);
        assertThat(form.select("details blockquote").text()).contains("Dix ateliers sont promis.");
        MvcTestResult taken = submit(write, form, List.of(first.field(), "Trois de plus.", "earlier", first.field()));
        assertThat(taken).hasStatusOk();
        assertThat(Jsoup.parse(Pages.text(taken))
                        .select("textarea[name=" + first.field() + "]")
                        .text())
                .contains("Trois de plus.", "Dix ateliers sont promis.");
    }

    @Test
    void addsTheNoteToTheNextMeeting() {
        var body = board.addBody(BodyKind.BOARD, Quorum.moreThanHalf());
        MeetingId meeting = meetings.plan(body, today.plusDays(1).atTime(8, 0));
        NotePagesCase made = aNote();
        write(made, page(made.url() + "/write"), "text-decisions", "Reporter le colloque\nNommer quelqu’un");
        Document form = page(made.url() + "/hand-in");
        assertThat(form.select("[name=decisions]")).hasSize(2);
        assertThat(form.select("[name=meeting] option[selected]").val())
                .isEqualTo(meeting.value().toString());
        assertThat(post(
                        made.url() + "/hand-in",
                        "meeting",
                        meeting.value().toString(),
                        "decisions",
                        "Nommer quelqu’un"))
                .hasStatus(303);
        assertThat(page(made.url()).text()).contains("Figé le", "Dans les documents de", "Instance");
        String agenda = page("/outreach/assembly/meetings/" + meeting.value()).text();
        assertThat(agenda).contains("Note de suivi", "Nommer quelqu’un").doesNotContain("Reporter le colloque");
        assertThat(get(made.url() + "/write", Role.COORDINATOR)).hasStatus(422);
    }

    @Test
    void aDecisionRewordedMeanwhileIsNotAddedToTheAgenda() {
        var body = board.addBody(BodyKind.BOARD, Quorum.moreThanHalf());
        MeetingId meeting = meetings.plan(body, today.plusDays(1).atTime(19, 0));
        NotePagesCase made = aNote();
        write(made, page(made.url() + "/write"), "text-decisions", "Reporter le colloque\nNommer quelqu’un");
        String ticked = page(made.url() + "/hand-in")
                .select("[name=decisions]")
                .eachAttr("value")
                .get(1);
        write(made, page(made.url() + "/write"), "text-decisions", "Reporter le colloque\nAnnuler la tournée");
        MvcTestResult late =
                post(made.url() + "/hand-in", "meeting", meeting.value().toString(), "decisions", ticked);
        assertThat(late).hasStatus(409);
        Document again = Jsoup.parse(Pages.text(late));
        assertThat(again.select("[role=alert]").text()).contains("Quelqu’un a modifié");
        assertThat(again.select("[name=decisions]").eachAttr("value"))
                .containsExactly("Reporter le colloque", "Annuler la tournée");
        assertThat(page(made.url()).text()).doesNotContain("Figé le");
        assertThat(page("/outreach/assembly/meetings/" + meeting.value()).text())
                .doesNotContain("Annuler la tournée", "Note de suivi");
    }

    @Test
    void readersSeeTheNoteWithoutOperations() {
        NotePagesCase made = aNote();
        assertThat(get(made.url(), Role.BOARD_MEMBER)).hasStatusOk();
        for (String below : List.of("/write", "/hand-in")) {
            assertThat(get(made.url() + below, Role.BOARD_MEMBER)).as(below).hasStatus(403);
        }
        assertThat(get(made.url() + "/hand-in", Role.STAFF)).hasStatus(403);
    }
}
