package org.convergence.plan.realisation.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.convergence.platform.text.Fold;
import org.jspecify.annotations.Nullable;

/** Recognises which column of a file holds what, by the titles that people give to columns in French or English. */
final class ColumnGuess {

    /** Folded titles, the likeliest first. */
    private static final Map<Column, List<String>> TITLES = Map.ofEntries(
            Map.entry(
                    Column.TITLE,
                    titles("titre quoi activite activites realisation realisations evenement intitule nom sujet title"
                            + " what activity event name description")),
            Map.entry(
                    Column.FROM,
                    titles("date quand date_de_debut debut du premier_jour jour when start_date from start first_day")),
            Map.entry(Column.TO, titles("jusqu_au date_de_fin fin au dernier_jour until end_date to end last_day")),
            Map.entry(Column.KIND, titles("nature type sorte categorie genre_d_activite kind category")),
            Map.entry(Column.STATE, titles("etat statut state status")),
            Map.entry(Column.PLACE, titles("lieu ou region endroit pays ville place where location country")),
            Map.entry(
                    Column.ORGANISATIONS,
                    titles("organisations organisation avec avec_qui partenaires partenaire groupes groupe"
                            + " organizations organization with partners partner")),
            Map.entry(
                    Column.COUNT,
                    titles("participations participation participants participantes nombre_de_personnes nombre"
                            + " personnes presences total participants attendance count people number")),
            Map.entry(Column.WOMEN, titles("femmes femme f women woman")),
            Map.entry(Column.MEN, titles("hommes homme h men man")),
            Map.entry(
                    Column.OTHER,
                    titles(
                            "autre_genre autres_genres autre non_binaires non_binaire another_gender other_gender other")),
            Map.entry(Column.NOT_STATED, titles("non_declare non_declarees nd non_precise inconnu not_stated unknown")),
            Map.entry(Column.YOUTH, titles("dont_jeunes jeunes jeune of_whom_young youth young")),
            Map.entry(
                    Column.HOURS,
                    titles(
                            "heures_de_l_equipe heures_equipe temps_de_l_equipe heures temps duree staff_hours team_hours"
                                    + " hours duration")),
            Map.entry(
                    Column.VOLUNTEER_HOURS,
                    titles("heures_benevoles heures_de_benevolat temps_des_benevoles benevoles volunteer_hours"
                            + " volunteers")),
            Map.entry(Column.COPIES, titles("exemplaires exemplaires_remis copies copies_handed_out")),
            Map.entry(
                    Column.LINES,
                    titles(
                            "lignes_du_plan ligne_du_plan sert_a sert lignes ligne moyens moyen actions action plan codes"
                                    + " code numero lines_of_the_plan lines line serves")),
            Map.entry(
                    Column.NARRATIVE,
                    titles(
                            "recit comment_cela_s_est_passe commentaires commentaire remarques remarque observations notes note resume details"
                                    + " description narrative comments how_it_went")),
            Map.entry(Column.LINKS, titles("liens lien url adresse_web site links link")));

    private ColumnGuess() {}

    private static List<String> titles(String words) {
        return Arrays.stream(words.split(" "))
                .map(word -> word.replace('_', ' '))
                .toList();
    }

    /** What each column of the head holds, {@code null} where nobody can tell; nothing is held by two. */
    static List<@Nullable Column> of(List<String> head) {
        List<String> folded = head.stream().map(Fold::of).toList();
        List<@Nullable Column> guess = new ArrayList<>(Collections.nCopies(head.size(), null));
        Set<Column> left = EnumSet.allOf(Column.class);
        fill(guess, left, folded, String::equals);
        fill(guess, left, folded, (title, word) -> word.length() > 3 && title.startsWith(word + " "));
        fill(guess, left, folded, (title, word) -> word.length() > 3 && title.contains(" " + word));
        return guess;
    }

    private static void fill(
            List<@Nullable Column> guess, Set<Column> left, List<String> folded, BiPredicate<String, String> fits) {
        for (Column column : Column.values()) {
            if (left.contains(column)) {
                int at = find(guess, folded, TITLES.getOrDefault(column, List.of()), fits);
                if (at >= 0) {
                    guess.set(at, column);
                    left.remove(column);
                }
            }
        }
    }

    private static int find(
            List<@Nullable Column> guess, List<String> folded, List<String> words, BiPredicate<String, String> fits) {
        for (String word : words) {
            for (int i = 0; i < folded.size(); i++) {
                if (guess.get(i) == null && fits.test(folded.get(i), word)) {
                    return i;
                }
            }
        }
        return -1;
    }
}
