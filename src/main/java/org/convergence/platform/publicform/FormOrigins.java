package org.convergence.platform.publicform;

import java.util.regex.Pattern;
import org.convergence.platform.database.Ids;
import org.convergence.platform.settings.BaseUrl;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts the public forms sent from pages that were opened by a marked link (R-MAIL-6). The mark is plain, the same for
 * all readers, and leaves nothing with what they sent: only a number grows.
 */
@Component
public class FormOrigins {

    /** The parameter of an address, and the hidden field of a form, that holds the mark. */
    public static final String VIA = "via";

    private static final Pattern MARK = Pattern.compile("[a-z0-9-]{1,20}");
    private static final Pattern MARKED = Pattern.compile("(?<=[?&])" + VIA + "=[^&#]*&?");

    private final JdbcClient db;
    private final BaseUrl baseUrl;

    FormOrigins(JdbcClient db, BaseUrl baseUrl) {
        this.db = db;
        this.baseUrl = baseUrl;
    }

    /** The address with a mark if it is one of our own public pages; any other stays as it is. */
    @Transactional
    public String mark(String url, String mark) {
        if (!url.startsWith(baseUrl.value() + "/public/")) {
            return url;
        }
        db.sql(
                        "INSERT INTO platform.publicform_origin (id, mark, form) VALUES (?, ?, '') ON CONFLICT (mark, form) DO NOTHING")
                .params(Ids.next(), mark)
                .update();
        int hash = url.indexOf('#');
        String fragment = hash < 0 ? "" : url.substring(hash);
        String page = MARKED.matcher(hash < 0 ? url : url.substring(0, hash))
                .replaceAll("")
                .replaceFirst("[?&]$", "");
        return page + (page.indexOf('?') < 0 ? "?" : "&") + VIA + "=" + mark + fragment;
    }

    /** Counts a form that was sent; a mark that no link has counts for nothing. */
    @Transactional
    public void count(@Nullable String mark, String form) {
        if (mark != null && MARK.matcher(mark).matches()) {
            db.sql("""
                            INSERT INTO platform.publicform_origin AS o (id, mark, form, number)
                            SELECT :id, :mark, :form, 1 FROM platform.publicform_origin
                            WHERE mark = :mark AND form = ''
                            ON CONFLICT (mark, form) DO UPDATE SET number = o.number + 1
                            """)
                    .param("id", Ids.next())
                    .param("mark", mark)
                    .param("form", form)
                    .update();
        }
    }

    /** The number of forms that a mark brought. */
    @Transactional(readOnly = true)
    public int countByMark(String mark) {
        return db.sql("SELECT coalesce(sum(number), 0) FROM platform.publicform_origin WHERE mark = ?")
                .param(mark)
                .query(Integer.class)
                .single();
    }
}
