package org.convergence.cooperation.project.domain;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.convergence.cooperation.project.ProjectPeriodId;
import org.convergence.cooperation.project.ResultId;
import org.convergence.cooperation.project.domain.IndicatorService.IndicatorFacts;
import org.convergence.cooperation.project.domain.IndicatorService.IndicatorKind;
import org.convergence.cooperation.project.domain.IndicatorService.MeasurementPlan;
import org.convergence.cooperation.project.domain.LogicModelPolicy.ResultLevel;
import org.convergence.platform.imports.ImportColumn;
import org.convergence.platform.imports.ImportRemark;
import org.convergence.platform.text.TextNormalizer;
import org.jspecify.annotations.Nullable;

/**
 * A row of the file of a measurement framework, understood.
 *
 * @param statement of the result; empty if no row above names one either
 * @param parent the statement of the row above with the nearest higher level; {@code null} for none
 * @param wording of the indicator; empty if the row only names a result
 */
record FrameworkLine(
        int number,
        ResultLevel level,
        String statement,
        @Nullable String parent,
        String wording,
        IndicatorKind kind,
        boolean bySex,
        String unit,
        MeasurementPlan plan,
        Map<ProjectPeriodId, IndicatorFigure> targets,
        List<ImportRemark> remarks) {

    String name() {
        return wording.isEmpty() ? statement : wording + " (" + statement + ")";
    }

    /** Identifies a result, or an indicator of it, whatever the capitals and accents. */
    static String key(String statement, String wording) {
        return TextNormalizer.fold(statement) + "\n" + TextNormalizer.fold(wording);
    }

    String key() {
        return key(statement, wording);
    }

    IndicatorFacts facts(ResultId result) {
        return new IndicatorFacts(
                result, wording, kind, unit, bySex, "", kind != IndicatorKind.QUALITATIVE, plan, null);
    }

    /** The columns, as our own file names them in French and English, and as funders do. */
    enum FrameworkColumn implements ImportColumn {
        LEVEL("niveau", "level", "nivel"),
        RESULT("resultat attendu", "resultat", "expected result", "result", "resultado", "enonce", "statement"),
        INDICATOR("indicateur", "indicator", "indicador"),
        BASELINE("donnees de base", "baseline", "valeur de depart", "linea de base"),
        TARGETS("cibles", "cible", "targets", "target", "metas", "meta"),
        SOURCE("sources des donnees", "data sources", "source", "sources", "moyens de verification", "fuentes"),
        METHOD("methode de collecte", "collection method", "methode", "method", "metodo"),
        FREQUENCY("frequence", "frequency", "frecuencia"),
        RESPONSIBLE("responsabilite", "responsibility", "responsable", "responsible");

        private final List<String> titles;

        FrameworkColumn(String... titles) {
            this.titles = List.of(titles);
        }

        @Override
        public String key() {
            return "project.framework." + name().toLowerCase(Locale.ROOT);
        }

        @Override
        public List<String> titles() {
            return titles;
        }
    }
}
