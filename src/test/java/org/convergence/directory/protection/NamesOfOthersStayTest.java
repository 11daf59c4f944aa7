package org.convergence.directory.protection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.shell.TextCheck;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A sealing rewrites nobody else: not the record of a namesake, nor others with a name of one word; the places are listed. */
@ModuleTest
class NamesOfOthersStayTest extends SweepFixture {

    @Autowired
    private TextCheck texts;

    @Test
    void leavesTheRecordOfANamesakeAndSaysBeforeWhatOfTextsBecomes() {
        UUID other = other("Hermine Solange", "Ouvrard", "Une autre Hermine Solange Ouvrard, de Gaspé");
        add("Hermine Solange", "Ouvrard", "anyway", "true");
        UUID text = realisation("Ouvrard, Hermine Solange", "Vu Hermine Solange Ouvrard (de Gaspé)");
        assertThat(page(Role.STAFF, "/directory/protection/persons/" + her + "/seal")
                        .text())
                .contains("Une autre fiche porte le même nom");
        assertThat(page(Role.STAFF, "/directory/protection/persons/" + other + "/seal")
                        .text())
                .contains("Une autre fiche porte le même nom");
        seal();
        assertThat(said("directory.people_person", other, "display_name")).isEqualTo("Hermine Solange Ouvrard");
        assertThat(said("directory.people_person", other, "note"))
                .isEqualTo("Une autre Hermine Solange Ouvrard, de Gaspé");
        assertThat(history(other)).contains("Ouvrard").doesNotContain("Sittelle");
        assertThat(history(her)).doesNotContain("Ouvrard");
        assertThat(said("plan.realisation", text, "title || narrative")).isEqualTo("SittelleVu Sittelle (de Gaspé)");
        assertThat(said("directory.people_person", her, "display_name")).isEqualTo("Sittelle");
    }

    @Test
    void listsANameOfOneWord() {
        UUID other = other("Florentine", "Gadbois", "Florentine aime la crêpe");
        add("Florentine", "");
        UUID text = realisation("Une pizza florentine", "Florentine est venue");
        assertThat(page(Role.STAFF, "/directory/protection/persons/" + her + "/seal")
                        .text())
                .doesNotContain("Une autre fiche porte le même nom");
        seal();
        assertThat(said("directory.people_person", other, "display_name || note"))
                .isEqualTo("Florentine GadboisFlorentine aime la crêpe");
        assertThat(said("plan.realisation", text, "title || narrative"))
                .isEqualTo("Une pizza florentineFlorentine est venue");
        makeStaffOpener();
        assertThat(places("/directory/protection/persons/" + her))
                .anyMatch(each -> each.contains("Florentine est venue"));
    }

    @Test
    void listsAMonthBesideTheFamilyNameOfAnother() {
        UUID other = other("Luc", "Quessy", "Le 12 Avril Quessy a appelé");
        add("Avril", "Quessy");
        UUID text = realisation("Présences de mars et Avril Quessy", "Avril Quessy est venue");
        seal();
        assertThat(said("directory.people_person", other, "note")).isEqualTo("Le 12 Avril Quessy a appelé");
        assertThat(said("plan.realisation", text, "title")).isEqualTo("Présences de mars et Avril Quessy");
        assertThat(said("plan.realisation", text, "narrative")).isEqualTo("Sittelle est venue");
        makeStaffOpener();
        assertThat(places("/directory/protection/persons/" + her))
                .anyMatch(each -> each.contains("Présences de mars et Avril Quessy"));
    }

    /** The words around a place change when another person is sealed. */
    @Test
    void showsPlacesInTheirFilesAndAfterAnotherSealing() {
        add();
        UUID hers = her;
        UUID text = realisation("Atelier", "Merci à Citlali et Berthe Lafrenière pour tout");
        file("presences.txt", "vu Mme Bojórquez hier".getBytes(UTF_8));
        seal();
        add("Berthe", "Lafrenière");
        seal("Marmotte");
        her = hers;
        makeStaffOpener();
        String url = "/directory/protection/persons/" + hers;
        assertThat(places(url))
                .anyMatch(each -> each.contains("Merci à Citlali et Marmotte pour tout"))
                .anyMatch(each -> each.contains("Dans un fichier · presences.txt"));
        assertThat(decide(Role.STAFF, "Merci à Citlali et Marmotte", "replace")).hasStatus(303);
        assertThat(said("plan.realisation", text, "narrative")).isEqualTo("Merci à Sittelle et Marmotte pour tout");
        assertThat(places(url)).noneMatch(each -> each.contains("Merci à"));
    }

    /** A row of a list waits as a whole; each cell with her name is decided by itself, since another may stand beside it. */
    @Test
    void replacesTheCellsOfAListByOneDecisionEach() {
        add("Citlali", "Bojórquez", "point", "438 555-0177");
        String others = "\nRoy;Luc;450 555-0100\n\nMerci Citlali\nBojórquez absent";
        UUID list = file("liste.csv", ("Nom;Prénom;Tél\nBojórquez;Citlali;438 555-0177" + others).getBytes(UTF_8));
        seal();
        assertThat(new String(bytes(list), UTF_8)).contains("Bojórquez;Citlali;438 555-0177" + others);
        makeStaffOpener();
        assertThat(places("/directory/protection/persons/" + her))
                .anyMatch(each -> each.contains("dans un autre ordre ou séparés"))
                .anyMatch(each -> each.contains("à côté d’un endroit"));
        assertThat(decide(Role.STAFF, "séparésNom;Prénom;Tél", "replace")).hasStatus(303);
        assertThat(decide(Role.STAFF, "Nom;Prénom;Tél", "replace")).hasStatus(303);
        assertThat(new String(bytes(list), UTF_8)).isEqualTo("Nom;Prénom;Tél\nSittelle;Sittelle;Sittelle" + others);
        assertThat(places("/directory/protection/persons/" + her))
                .noneMatch(each -> each.contains("à côté d’un endroit"))
                .anyMatch(each -> each.contains("Merci Citlali"));
    }

    /** Of several doubtful places in a paragraph one is decided: her full name and her number no longer wait there. */
    @Test
    void replacesWhatWaitsBesideAPlaceDecided() {
        add("Yaretzi", "Montellano", "point", "438 555-0166");
        UUID text = realisation(
                "Avec Yaretzi Montellano, 438 555-0166. Rappeler Yaretzi. Y. Montellano accepte",
                "Yaretzi Montellano\n\nPour Yaretzi");
        seal();
        makeStaffOpener();
        assertThat(decide(Role.STAFF, "Un seul de ses nomsAvec Yaretzi", "replace"))
                .hasStatus(303);
        assertThat(said("plan.realisation", text, "title"))
                .isEqualTo("Avec Sittelle, Sittelle. Rappeler Sittelle. Y. Montellano accepte");
    }

    @Test
    void acceptsATextThatNamesOthersBesideEachOther() {
        add("Luc", "Bojórquez");
        add("Citlali", "Bojórquez");
        seal();
        CurrentActor.callAs(visitors.actor(Role.COORDINATOR), () -> {
            assertThat(texts.findProblem("Présents : Luc Bojórquez, Citlali Roy"))
                    .isEmpty();
            assertThat(texts.findProblem("Avec Luc Bojórquez. Citlali Roy conduit"))
                    .isEmpty();
            assertThat(texts.findProblem("Avec Bojórquez, Citlali")).isPresent();
            return true;
        });
    }

    private String history(UUID person) {
        return db.sql("SELECT string_agg(concat(before, after), ' ') FROM platform.audit_entry WHERE row_id = ?")
                .param(person.toString())
                .query(String.class)
                .single();
    }

    private UUID other(String given, String family, String note) {
        add(given, family, "note", note);
        return her;
    }
}
