package org.convergence.directory.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.domain.AppointmentService;
import org.convergence.directory.people.domain.ContactPoint;
import org.convergence.directory.people.domain.ContactPoint.ContactChannel;
import org.convergence.directory.people.domain.ContactPoint.ContactSphere;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonService;
import org.convergence.directory.people.domain.merging.DuplicateService;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.jobs.JobTestRunner;
import org.convergence.testing.BrowserUser;
import org.convergence.testing.Chromium;
import org.convergence.testing.Chromium.BrowserLook;
import org.convergence.testing.JourneyScreenshots;
import org.convergence.testing.JourneyTest;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One person was entered twice; a mother and daughter are alike: the list gives its reasons, takes decisions, and
 * undoes them.
 */
@JourneyTest
class DuplicatesJourneyTest {

    private static final String ROOM = "/directory/people/duplicates";

    @Autowired
    private BrowserUser traveller;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private PeopleDirectory people;

    @Autowired
    private PersonService persons;

    @Autowired
    private AppointmentService appointments;

    @Autowired
    private DuplicateService duplicates;

    @Autowired
    private JobTestRunner queued;

    @Autowired
    private JdbcClient db;

    private String kept = "";
    private String twice = "";

    @ParameterizedTest
    @MethodSource("org.convergence.testing.Chromium#looks")
    void mergesDuplicatesAndKeepsSimilarPeopleApart(BrowserLook look) {
        Page page = traveller.signIn(look, Role.STAFF);
        var pictures = new JourneyScreenshots(page, look, "duplicates");
        nothingWaits();
        traveller.openAndCheck(page, "/directory/people/persons");
        page.locator("main a[href='" + ROOM + "']").click();
        pictures.checkAndSave("01-none");
        entered();
        page.locator("main form[action$='/look'] button").click();
        page.locator("#notices .notice").waitFor();
        pictures.checkAndSave("02-looking");
        queued.runAll();
        page.navigate(traveller.urlOf(ROOM));
        pictures.checkAndSave("03-proposed");
        assertThat(pairs(page).count()).isEqualTo(2);
        toldApart(page, pictures);
        madeOne(page, pictures);
        takenApart(page, pictures);
        traveller.openAndCheck(page, ROOM + "?kind=organisations");
        page.context().close();
    }

    private static Locator pairs(Page page) {
        return page.locator("main section:has(.versions)");
    }

    /** Dismissed, undone, dismissed for good: a full search does not propose the pair again. */
    private void toldApart(Page page, JourneyScreenshots pictures) {
        String apart = "main section:has-text('Maheu') form[action$='/apart'] button";
        page.locator(apart).click();
        page.locator("#notices form button").waitFor();
        pictures.checkAndSave("04-apart");
        assertThat(pairs(page).count()).isEqualTo(1);
        page.locator("#notices form button").click();
        page.locator(apart).click();
        page.locator("#notices form[action*='/apart/undo']").waitFor();
        db.sql("DELETE FROM directory.people_looked WHERE id IN (SELECT one FROM directory.people_likeness)")
                .update();
        look();
        page.navigate(traveller.urlOf(ROOM));
        assertThat(pairs(page).count()).isEqualTo(1);
    }

    private void madeOne(Page page, JourneyScreenshots pictures) {
        pairs(page).locator("a.button").click();
        pictures.checkAndSave("05-side-by-side");
        page.locator("main .prose a[href*='/replace?other=']").click();
        Chromium.assertSound(page);
        page.locator("main .prose a[href*='/replace?other=']").click();
        assertThat(page.locator("input[name=familyName][value=KEPT]").isChecked())
                .isTrue();
        assertThat(page.locator("input[name=points][value=BOTH]").isChecked()).isTrue();
        page.locator("main form button.main").click();
        page.waitForURL("**" + ROOM);
        assertThat(pairs(page).count()).isZero();
        pictures.checkAndSave("06-next");
        page.navigate(traveller.urlOf(kept));
        pictures.checkAndSave("06-one");
        assertThat(page.locator("main").textContent())
                .contains("Cordero Rivas", "ines.cordero@courrier.example", "ines@carrefour.example", "Animatrice");
        page.navigate(traveller.urlOf(twice));
        assertThat(page.url()).endsWith(kept);
    }

    /** Four weeks later the merge proves wrong. */
    private void takenApart(Page page, JourneyScreenshots pictures) {
        db.sql("UPDATE directory.people_alias SET replaced_at = replaced_at - interval '28 days' WHERE id = ?")
                .param(UUID.fromString(twice.substring(twice.lastIndexOf('/') + 1)))
                .update();
        page.navigate(traveller.urlOf(kept));
        page.locator("main .rows form[action$='/undo'] button").click();
        page.waitForURL("**" + twice);
        pictures.checkAndSave("07-two");
        assertThat(page.locator("main").textContent()).doesNotContain("ines@carrefour.example");
        look();
        page.navigate(traveller.urlOf(ROOM));
        assertThat(pairs(page).count()).isZero();
    }

    private void nothingWaits() {
        look();
        db.sql("DELETE FROM directory.people_likeness").update();
        String before =
                "(SELECT id FROM directory.people_person WHERE family_name IN ('Cordero Rivas', 'Cordero', 'Maheu'))";
        db.sql("DELETE FROM directory.people_function WHERE person IN " + before)
                .update();
        db.sql("DELETE FROM directory.people_person WHERE id IN " + before).update();
    }

    private void look() {
        CurrentActor.runAs(visitors.actor(Role.STAFF), duplicates::startSearch);
        queued.runAll();
    }

    private void entered() {
        String phone = "450 555-" + String.valueOf(System.nanoTime()).replaceAll(".*(\\d{4})$", "$1");
        CurrentActor.runAs(visitors.actor(Role.STAFF), () -> {
            OrganisationId circle = people.findOrCreateOrganisation("Carrefour des voisines");
            kept = PartyUrls.of(
                    someone("Cordero Rivas", "Inés", "ines@carrefour.example", phone, circle, "Intervenante"));
            twice = PartyUrls.of(
                    someone("Cordero", "Inés", "ines.cordero@courrier.example", phone, circle, "Animatrice du récit"));
            someone("Maheu", "Lise", "lise@carrefour.example", "", circle, "Trésorière");
            someone("Maheu", "Élise", "elise@carrefour.example", "", circle, "Bénévole");
        });
    }

    private PersonId someone(
            String family, String given, String mail, String phone, OrganisationId circle, String title) {
        var points = new java.util.ArrayList<>(
                List.of(new ContactPoint(ContactChannel.MAIL, ContactSphere.PROFESSIONAL, mail, null)));
        if (!phone.isEmpty()) {
            points.add(new ContactPoint(ContactChannel.PHONE, ContactSphere.PROFESSIONAL, phone, null));
        }
        PersonId person = persons.create(new PersonFacts(given, family, null, null, List.of("fr"), points, null));
        appointments.appoint(person, circle, title, Period.ALWAYS);
        return person;
    }
}
