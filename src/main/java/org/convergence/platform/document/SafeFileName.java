package org.convergence.platform.document;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Cleans a file name: no path, no forbidden characters, the extension of its type. */
final class SafeFileName {

    private static final int LONGEST = 120;
    private static final Pattern FORBIDDEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}<>:\"|?*]");

    private SafeFileName() {}

    static String clean(String given, DocumentType type) {
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String name = FORBIDDEN
                .matcher(Normalizer.normalize(last, Normalizer.Form.NFC))
                .replaceAll("")
                .replaceAll("[\\s\\h]+", " ");
        String base = withoutEnding(name, type).replaceAll("^[. ]+|[. ]+$", "");
        String ending = "." + type.extensions().get(0);
        int most = Math.min(base.length(), LONGEST - ending.length());
        if (most < base.length() && Character.isHighSurrogate(base.charAt(most - 1))) {
            most--;
        }
        return (base.isEmpty() ? "document" : base.substring(0, most)) + ending;
    }

    /** Removes the extension if it is one of the type's; another ending stays part of the name. */
    private static String withoutEnding(String name, DocumentType type) {
        int dot = name.lastIndexOf('.');
        String ending = name.substring(dot + 1).toLowerCase(Locale.ROOT);
        boolean own = type.extensions().contains(ending)
                || (type.isPicture() && DocumentType.WEBP.extensions().contains(ending));
        return dot >= 0 && own ? name.substring(0, dot) : name;
    }
}
