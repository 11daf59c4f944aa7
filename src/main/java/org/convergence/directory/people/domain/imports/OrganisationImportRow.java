package org.convergence.directory.people.domain.imports;

import java.util.ArrayList;
import java.util.List;
import org.convergence.directory.people.OrganisationKind;
import org.convergence.directory.people.domain.ContactPoint;
import org.convergence.directory.people.domain.ContactPoint.ContactSphere;
import org.convergence.directory.people.domain.OrganisationFacts;
import org.convergence.platform.geography.Place;
import org.convergence.platform.imports.ImportRemark;
import org.convergence.platform.imports.ImportRow;
import org.jspecify.annotations.Nullable;

/**
 * An organisation in a row.
 *
 * @param facts {@code null} where the row has no name
 * @param parents names of its parents
 */
record OrganisationImportRow(
        int line, @Nullable OrganisationFacts facts, List<String> parents, List<ImportRemark> remarks) {

    private static final int NAME = 300;

    static OrganisationImportRow read(ImportRow row) {
        ListCellReader cells = new ListCellReader(row);
        String name = cells.text(ListImportColumn.NAME, NAME);
        if (name == null) {
            cells.remark("nameless");
            return new OrganisationImportRow(row.number(), null, List.of(), cells.remarks());
        }
        List<ContactPoint> points = new ArrayList<>();
        cells.points(ListImportColumn.MAIL, ContactSphere.PROFESSIONAL, points);
        cells.points(ListImportColumn.PHONE, ContactSphere.PROFESSIONAL, points);
        var facts = new OrganisationFacts(
                name,
                cells.text(ListImportColumn.SHORT_NAME, 60),
                cells.readList(ListImportColumn.OTHER_NAMES, 20, NAME),
                kind(cells, row),
                place(cells, row),
                website(cells, row),
                points.stream().distinct().limit(20).toList(),
                cells.note());
        return new OrganisationImportRow(
                row.number(), facts, cells.readList(ListImportColumn.PARENTS, 10, NAME), cells.remarks());
    }

    private static OrganisationKind kind(ListCellReader cells, ImportRow row) {
        String text = row.of(ListImportColumn.KIND);
        return text.isEmpty()
                ? OrganisationKind.OTHER
                : OrganisationKindWords.read(text).orElseGet(() -> {
                    cells.remark("kind", ListCellReader.cutForWords(text));
                    return OrganisationKind.OTHER;
                });
    }

    private static @Nullable String place(ListCellReader cells, ImportRow row) {
        String text = row.of(ListImportColumn.PLACE);
        if (text.isEmpty()) {
            return null;
        }
        String code = Place.parse(text)
                .filter(place -> place instanceof Place.InQuebec || place instanceof Place.InCountry)
                .map(Place::code)
                .orElse(null);
        if (code == null) {
            cells.remark("place", ListCellReader.cutForWords(text));
        }
        return code;
    }

    private static @Nullable String website(ListCellReader cells, ImportRow row) {
        String text = row.of(ListImportColumn.WEBSITE);
        String address = text.isEmpty() ? null : OrganisationFacts.address(text).orElse(null);
        if (address == null && !text.isEmpty()) {
            cells.remark("website", ListCellReader.cutForWords(text));
        }
        return address;
    }
}
