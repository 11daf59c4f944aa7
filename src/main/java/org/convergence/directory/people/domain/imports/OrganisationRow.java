package org.convergence.directory.people.domain.imports;

import java.util.ArrayList;
import java.util.List;
import org.convergence.directory.people.OrganisationKind;
import org.convergence.directory.people.domain.ContactPoint;
import org.convergence.directory.people.domain.ContactPoint.Sphere;
import org.convergence.directory.people.domain.OrganisationFacts;
import org.convergence.platform.geography.Place;
import org.convergence.platform.imports.ImportRow;
import org.convergence.platform.imports.Remark;
import org.jspecify.annotations.Nullable;

/**
 * An organisation in a row.
 *
 * @param facts {@code null} where the row has no name
 * @param parents names of its parents
 */
record OrganisationRow(int line, @Nullable OrganisationFacts facts, List<String> parents, List<Remark> remarks) {

    private static final int NAME = 300;

    static OrganisationRow read(ImportRow row) {
        CellReader cells = new CellReader(row);
        String name = cells.text(Field.NAME, NAME);
        if (name == null) {
            cells.remark("nameless");
            return new OrganisationRow(row.number(), null, List.of(), cells.remarks());
        }
        List<ContactPoint> points = new ArrayList<>();
        cells.points(Field.MAIL, Sphere.PROFESSIONAL, points);
        cells.points(Field.PHONE, Sphere.PROFESSIONAL, points);
        var facts = new OrganisationFacts(
                name,
                cells.text(Field.SHORT_NAME, 60),
                cells.several(Field.OTHER_NAMES, 20, NAME),
                kind(cells, row),
                place(cells, row),
                website(cells, row),
                points.stream().distinct().limit(20).toList(),
                cells.note());
        return new OrganisationRow(row.number(), facts, cells.several(Field.PARENTS, 10, NAME), cells.remarks());
    }

    private static OrganisationKind kind(CellReader cells, ImportRow row) {
        String text = row.of(Field.KIND);
        return text.isEmpty()
                ? OrganisationKind.OTHER
                : KindWords.read(text).orElseGet(() -> {
                    cells.remark("kind", CellReader.cutForWords(text));
                    return OrganisationKind.OTHER;
                });
    }

    private static @Nullable String place(CellReader cells, ImportRow row) {
        String text = row.of(Field.PLACE);
        if (text.isEmpty()) {
            return null;
        }
        String code = Place.read(text)
                .filter(place -> place instanceof Place.InQuebec || place instanceof Place.InCountry)
                .map(Place::code)
                .orElse(null);
        if (code == null) {
            cells.remark("place", CellReader.cutForWords(text));
        }
        return code;
    }

    private static @Nullable String website(CellReader cells, ImportRow row) {
        String text = row.of(Field.WEBSITE);
        String address = text.isEmpty() ? null : OrganisationFacts.address(text).orElse(null);
        if (address == null && !text.isEmpty()) {
            cells.remark("website", CellReader.cutForWords(text));
        }
        return address;
    }
}
