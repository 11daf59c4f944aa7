package org.convergence.cooperation.fieldwork.domain;

import java.util.List;
import org.convergence.platform.imports.ImportColumn;

/** The columns of a partner's workbook, with titles in Spanish, French, English and Haitian Creole. */
public enum PartnerWorkbookColumn implements ImportColumn {
    NUMBER("numero", "no", "folio", "nimewo", "number", "id"),
    DAY("fecha", "date", "dat", "dia", "jour", "jou"),
    LABEL(
            "proveedor",
            "pagado a",
            "indicador",
            "que se conto",
            "paye a",
            "fournisseur",
            "indicateur",
            "paid to",
            "item",
            "moun yo peye",
            "sa yo konte"),
    FIGURE(
            "monto",
            "importe",
            "cantidad",
            "montant",
            "nombre",
            "quantite",
            "amount",
            "count",
            "figure",
            "kantite",
            "montan"),
    CURRENCY("moneda", "devise", "monnaie", "currency", "lajan"),
    DETAILS(
            "descripcion",
            "actividad",
            "concepto",
            "detalle",
            "notas",
            "description",
            "activite",
            "details",
            "activity",
            "aktivite",
            "detay") {
        @Override
        public boolean mayRepeat() {
            return true;
        }
    },
    WOMEN("mujeres", "femmes", "women", "fanm"),
    MEN("hombres", "hommes", "men", "gason"),
    OTHERS("otro genero", "autre genre", "another gender", "lot"),
    NOT_STATED("no declarado", "non declare", "not stated", "yo pa di");

    private final List<String> titles;

    PartnerWorkbookColumn(String... titles) {
        this.titles = List.of(titles);
    }

    @Override
    public String key() {
        return "fieldwork.workbook.field." + name();
    }

    @Override
    public List<String> titles() {
        return titles;
    }
}
