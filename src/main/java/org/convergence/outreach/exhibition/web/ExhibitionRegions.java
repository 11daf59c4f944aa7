package org.convergence.outreach.exhibition.web;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.convergence.outreach.exhibition.domain.Exhibition.ExhibitionBooking;
import org.convergence.platform.chart.Drawing;
import org.convergence.platform.chart.RegionMap;
import org.convergence.platform.geography.Place;
import org.convergence.platform.geography.Region;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** The regions of the stops of an exhibition: their names, and the map of where it went. */
final class ExhibitionRegions {

    private ExhibitionRegions() {}

    /** Where it went, as a map of regions; {@code null} if no region is known. */
    static @Nullable Drawing map(List<ExhibitionBooking> shown, Words t) {
        Map<Region, Long> stops = new EnumMap<>(Region.class);
        for (ExhibitionBooking each : shown) {
            if (each.region() != null
                    && Place.findByCode(each.region()).orElse(null) instanceof Place.InQuebec quebec) {
                stops.merge(quebec.region(), 1L, Long::sum);
            }
        }
        return stops.isEmpty()
                ? null
                : new RegionMap(t.say("exhibition.map"), t.say("exhibition.map.stops"), stops).draw(t);
    }

    /** The name of a region; {@code null} for none. */
    static @Nullable String name(@Nullable String code) {
        return ExhibitionForm.REGIONS.stream()
                .filter(each -> each.value().equals(code))
                .map(Option::label)
                .findFirst()
                .orElse(null);
    }
}
