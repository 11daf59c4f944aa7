package org.convergence.plan.realisation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.Commitment;
import org.convergence.plan.actionplan.MeansId;
import org.convergence.plan.actionplan.ObjectiveId;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.realisation.domain.ServedLinePolicy.ServedLineProposal;
import org.junit.jupiter.api.Test;

class ServedLinePolicyTest {

    private static final PlanId PLAN = new PlanId(new UUID(0, 1));

    private static final PlanLine WORKSHOPS = line(
            1, "1.2", "Ateliers de solidarité", "Donner, sur demande, des ateliers dans les écoles et les syndicats");
    private static final PlanLine TEXTILE =
            line(2, "1.4", "Transition juste", "Mettre à jour le dossier sur l’industrie du textile et ses outils");
    private static final PlanLine COALITIONS =
            line(3, "3.3", "Coalitions", "Prendre part aux rencontres des coalitions de défense des droits");
    private static final PlanLine BOARD = line(
            4, "4.1", "Vie associative", "Préparer les rencontres du conseil d’administration et l’assemblée générale");
    private static final List<PlanLine> PLAN_LINES = List.of(WORKSHOPS, TEXTILE, COALITIONS, BOARD);

    @Test
    void theWordsOfTheTitleFindTheLines() {
        assertThat(proposed("Atelier sur l’industrie du textile, cégep")).containsExactly(TEXTILE, WORKSHOPS);
        assertThat(proposed("Assemblée générale annuelle")).containsExactly(BOARD);
    }

    @Test
    void aRareWordWeighsMoreThanACommonOne() {
        assertThat(proposed("Rencontre du conseil d’administration")).startsWith(BOARD);
    }

    @Test
    void aTitleOfOtherWordsProposesNothing() {
        assertThat(proposed("Achat d’une imprimante")).isEmpty();
        assertThat(proposed("")).isEmpty();
    }

    @Test
    void linesServedUnderSimilarTitlesAreSure() {
        List<ServedLineProposal> proposals = ServedLinePolicy.among(PLAN_LINES)
                .propose("Kiosque à la fête du quartier", Map.of(COALITIONS.id(), 0.9));
        assertThat(proposals).singleElement().satisfies(proposal -> {
            assertThat(proposal.line()).isEqualTo(COALITIONS);
            assertThat(proposal.sure()).isTrue();
        });
    }

    @Test
    void aWordOfTheMeansAloneSelectsNoneOfItsLines() {
        List<PlanLine> workshops = List.of(
                line(5, "1.2", "Ateliers", "Former une relève"),
                line(6, "1.2", "Ateliers", "Tenir le catalogue à jour"),
                line(7, "1.2", "Ateliers", "Évaluer ce qui a été donné"),
                line(8, "1.2", "Ateliers", "Trouver des lieux"),
                COALITIONS);
        assertThat(ServedLinePolicy.among(workshops).propose("Atelier du mardi", Map.of()))
                .hasSize(4)
                .noneMatch(ServedLineProposal::sure);
        assertThat(ServedLinePolicy.among(workshops)
                        .propose("Atelier du mardi", Map.of(workshops.get(1).id(), 0.8)))
                .as("unless it served one of them before")
                .filteredOn(ServedLineProposal::sure)
                .extracting(ServedLineProposal::line)
                .containsExactly(workshops.get(1));
    }

    @Test
    void selectsTheLineWithTheWordAndOffersItsNeighbours() {
        PlanLine neighbour = line(9, "1.2", "Ateliers de solidarité", "Former une relève et l’accompagner");
        List<PlanLine> lines = List.of(neighbour, WORKSHOPS, COALITIONS, BOARD);
        List<ServedLineProposal> proposals = ServedLinePolicy.among(lines).propose("Atelier donné au cégep", Map.of());
        assertThat(proposals).extracting(ServedLineProposal::line).containsExactly(WORKSHOPS, neighbour);
        assertThat(proposals).extracting(ServedLineProposal::sure).containsExactly(true, false);
    }

    @Test
    void selectsTwoLinesClearlyAheadOfTheRest() {
        assertThat(ServedLinePolicy.among(PLAN_LINES)
                        .propose("Kiosque", Map.of(COALITIONS.id(), 0.9, BOARD.id(), 0.8, TEXTILE.id(), 0.5)))
                .filteredOn(ServedLineProposal::sure)
                .extracting(ServedLineProposal::line)
                .containsExactly(COALITIONS, BOARD);
    }

    @Test
    void aDroppedLineIsNotProposed() {
        PlanLine dropped = new PlanLine(
                WORKSHOPS.id(),
                PLAN,
                WORKSHOPS.objective(),
                WORKSHOPS.means(),
                null,
                "1.2",
                WORKSHOPS.title(),
                WORKSHOPS.text(),
                "",
                WORKSHOPS.meansTitle(),
                null,
                Commitment.FIRM,
                true);
        assertThat(ServedLinePolicy.among(List.of(dropped)).propose("Ateliers de solidarité", Map.of()))
                .isEmpty();
    }

    @Property
    void anyTitleIsAnswered(@ForAll String title) {
        assertThat(ServedLinePolicy.among(PLAN_LINES).propose(title, Map.of())).hasSizeLessThanOrEqualTo(4);
    }

    private static List<PlanLine> proposed(String title) {
        return ServedLinePolicy.among(PLAN_LINES).propose(title, Map.of()).stream()
                .map(ServedLineProposal::line)
                .toList();
    }

    private static PlanLine line(int number, String code, String means, String text) {
        return new PlanLine(
                new ActionId(new UUID(1, number)),
                PLAN,
                new ObjectiveId(new UUID(2, number)),
                new MeansId(new UUID(3, number)),
                null,
                code,
                PlanLine.shorten(text),
                text,
                "Agir ensemble",
                means,
                null,
                Commitment.FIRM,
                false);
    }
}
