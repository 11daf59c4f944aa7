package org.convergence.platform.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneOffset;
import java.util.List;
import org.convergence.platform.chart.Canvas.DrawingShape;
import org.convergence.platform.chart.TreeChart.TreeNode;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Messages;
import org.convergence.platform.text.Words;
import org.junit.jupiter.api.Test;

/** Boxes that follow from one another. */
class TreeChartTest {

    private static final Words FRENCH = Messages.load().in(Language.FRENCH, ZoneOffset.UTC);

    @Test
    void boxesDoNotOverlapAndEachIsTold() {
        Drawing drawing = new TreeChart(
                        "Modèle",
                        List.of("Impact", "Effet", "Extrant"),
                        List.of(
                                new TreeNode("Droits respectés", 0, -1),
                                new TreeNode(
                                        "Capacité renforcée chez les déléguées de plusieurs villes du Bajío", 1, 0),
                                new TreeNode("Un guide", 2, 1),
                                new TreeNode("Des ateliers", 2, 1),
                                new TreeNode("Une autre chose", 1, 0),
                                new TreeNode("Un centre, qui ne passe par aucun effet", 2, 0)))
                .draw(FRENCH);
        List<DrawingShape.Box> boxes = drawing.shapes().stream()
                .filter(shape -> shape instanceof DrawingShape.Box)
                .map(shape -> (DrawingShape.Box) shape)
                .toList();
        assertThat(boxes).hasSize(6);
        for (DrawingShape.Box box : boxes) {
            assertThat(box.y() + box.height()).isLessThanOrEqualTo(drawing.height());
            assertThat(boxes)
                    .filteredOn(other -> !other.equals(box)
                            && other.x() == box.x()
                            && other.y() < box.y() + box.height()
                            && box.y() < other.y() + other.height())
                    .isEmpty();
        }
        assertThat(drawing.shapes())
                .as("no line crosses a box")
                .noneMatch(shape -> shape instanceof DrawingShape.Line line
                        && boxes.stream().anyMatch(box -> crosses(line, box)));
        assertThat(drawing.table().rows().get(2))
                .containsExactly(
                        "Extrant", "Un guide", "Capacité renforcée chez les déléguées de plusieurs villes du Bajío");
        assertThat(drawing.description()).contains("Droits respectés");
    }

    private static boolean crosses(DrawingShape.Line line, DrawingShape.Box box) {
        return Math.max(line.x1(), line.x2()) > box.x()
                && Math.min(line.x1(), line.x2()) < box.x() + box.width()
                && Math.max(line.y1(), line.y2()) > box.y()
                && Math.min(line.y1(), line.y2()) < box.y() + box.height();
    }

    @Test
    void aNodeFollowsTheOneFromWhichItFollows() {
        assertThatThrownBy(() -> new TreeChart("x", List.of("a"), List.of(new TreeNode("n", 0, 0))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
