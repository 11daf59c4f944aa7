package org.convergence.directory.people.domain.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.convergence.platform.imports.ImportRow;
import org.convergence.platform.text.TextNormalizer;

/** Reads languages by their names in French, English or Spanish, or by their codes. */
final class LanguageWords {

    private static final Map<String, String> CODES = codes();
    private static final Pattern APART = Pattern.compile("[,/]+| et | and | y ");

    private LanguageWords() {}

    static List<String> read(ListCellReader cells, ImportRow row) {
        List<String> codes = new ArrayList<>();
        for (String cell : row.splitValues(ListImportColumn.LANGUAGES)) {
            for (String word : APART.splitAsStream(cell).map(String::strip).toList()) {
                String code = CODES.get(TextNormalizer.fold(word));
                if (code == null && !word.isEmpty()) {
                    cells.remark("language", ListCellReader.cutForWords(word));
                } else if (code != null && !codes.contains(code) && codes.size() < 10) {
                    codes.add(code);
                }
            }
        }
        return codes;
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        for (String code : Locale.getISOLanguages()) {
            codes.put(code, code);
            for (String reader : List.of("fr", "en", "es")) {
                codes.putIfAbsent(TextNormalizer.fold(new Locale(code).getDisplayLanguage(new Locale(reader))), code);
            }
        }
        codes.put("creole", "ht");
        return codes;
    }
}
