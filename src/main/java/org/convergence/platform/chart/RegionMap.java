package org.convergence.platform.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.convergence.platform.chart.Canvas.DrawingShape.TextAnchor;
import org.convergence.platform.geography.Region;
import org.convergence.platform.text.Words;

/**
 * Québec's 17 regions as tiles of one size, roughly at their geographic position, shaded by figure.
 *
 * @param title the figures' title
 * @param measure the title of the figures' column, such as « Réalisations »
 * @param values the figures; a region without one is missing
 */
public record RegionMap(String title, String measure, Map<Region, Long> values) implements Chart {

    private static final double TILE_WIDE = 92;
    private static final double TILE_TALL = 70;
    private static final double GAP = 4;
    private static final int WIDTH = (int) (7 * (TILE_WIDE + GAP));
    private static final double[] SHADES = {0.05, 0.18, 0.38, 0.85, 1};
    private static final int DARK = 3;

    /** Column from the west, row from the north. */
    private static final Map<Region, int[]> PLACES = new EnumMap<>(Map.ofEntries(
            Map.entry(Region.NORD_DU_QUEBEC, new int[] {2, 0}),
            Map.entry(Region.ABITIBI_TEMISCAMINGUE, new int[] {0, 1}),
            Map.entry(Region.SAGUENAY_LAC_SAINT_JEAN, new int[] {4, 1}),
            Map.entry(Region.COTE_NORD, new int[] {5, 1}),
            Map.entry(Region.OUTAOUAIS, new int[] {0, 2}),
            Map.entry(Region.LAURENTIDES, new int[] {1, 2}),
            Map.entry(Region.LANAUDIERE, new int[] {2, 2}),
            Map.entry(Region.MAURICIE, new int[] {3, 2}),
            Map.entry(Region.CAPITALE_NATIONALE, new int[] {4, 2}),
            Map.entry(Region.BAS_SAINT_LAURENT, new int[] {5, 2}),
            Map.entry(Region.GASPESIE_ILES_DE_LA_MADELEINE, new int[] {6, 2}),
            Map.entry(Region.LAVAL, new int[] {1, 3}),
            Map.entry(Region.MONTREAL, new int[] {2, 3}),
            Map.entry(Region.CENTRE_DU_QUEBEC, new int[] {3, 3}),
            Map.entry(Region.CHAUDIERE_APPALACHES, new int[] {4, 3}),
            Map.entry(Region.MONTEREGIE, new int[] {2, 4}),
            Map.entry(Region.ESTRIE, new int[] {3, 4})));

    /** Copies the figures. */
    public RegionMap {
        values = Map.copyOf(values);
    }

    private long value(Region region) {
        return values.getOrDefault(region, 0L);
    }

    @Override
    public Drawing draw(Words words) {
        Canvas canvas = new Canvas();
        long most = Arrays.stream(Region.values()).mapToLong(this::value).max().orElse(0);
        long step = Math.max(1, (most + 3) / 4);
        PLACES.forEach((region, place) ->
                tile(canvas, region, place[0] * (TILE_WIDE + GAP), place[1] * (TILE_TALL + GAP), step, words));
        double y = 5 * (TILE_TALL + GAP) + 14;
        legend(canvas, y, step, most, words);
        FigureTable table = new FigureTable(
                List.of(words.say("chart.region"), measure),
                Arrays.stream(Region.values())
                        .map(region -> List.of(region.officialName(), words.number(value(region))))
                        .toList());
        return canvas.finish(title, WIDTH, y + 24, table, words);
    }

    private static int shade(long value, long step) {
        return value <= 0 ? 0 : (int) Math.min(4, (value + step - 1) / step);
    }

    private void tile(Canvas canvas, Region region, double x, double y, long step, Words words) {
        int shade = shade(value(region), step);
        ChartColour letters = shade >= DARK ? ChartColour.SURFACE : ChartColour.INK;
        String spoken = words.say("chart.pair", region.officialName(), words.number(value(region)));
        canvas.box(x, y, TILE_WIDE, TILE_TALL, ChartColour.BLUE, SHADES[shade], spoken);
        canvas.frame(x + 0.5, y + 0.5, TILE_WIDE - 1, TILE_TALL - 1, ChartColour.LINE);
        double line = y + 16;
        for (String part : lines(region.officialName())) {
            canvas.text(x + 7, line, 11, TextAnchor.START, false, letters, part);
            line += 13;
        }
        canvas.text(
                x + TILE_WIDE - 7, y + TILE_TALL - 8, 16, TextAnchor.END, true, letters, words.number(value(region)));
    }

    private static List<String> lines(String name) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String part : name.split("(?<=[-–])", -1)) {
            if (ChartFont.forWeight(false).width(line + part, 11) > (TILE_WIDE - 14) / 1.1 && !line.isEmpty()) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(part);
        }
        lines.add(line.toString());
        return lines;
    }

    private static void legend(Canvas canvas, double y, long step, long most, Words words) {
        double x = 0;
        for (int shade = 0; shade < SHADES.length; shade++) {
            long from = (shade - 1) * step + 1;
            if (shade > 0 && from > most) {
                break;
            }
            long to = Math.min(most, shade * step);
            String label = shade == 0
                    ? words.number(0)
                    : from == to ? words.number(from) : words.number(from) + "–" + words.number(to);
            canvas.box(x, y, 22, 14, ChartColour.BLUE, SHADES[shade], "");
            canvas.frame(x + 0.5, y + 0.5, 21, 13, ChartColour.LINE);
            canvas.text(x + 28, y + 12, Canvas.SMALL, TextAnchor.START, false, ChartColour.INK, label);
            x += 28 + ChartFont.forWeight(false).width(label, Canvas.SMALL) * 1.12 + 20;
        }
    }
}
