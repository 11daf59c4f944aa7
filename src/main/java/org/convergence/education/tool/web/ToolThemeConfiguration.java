package org.convergence.education.tool.web;

import org.convergence.directory.theme.ThemeSection;
import org.convergence.directory.theme.ThemeSection.ThemeLine;
import org.convergence.education.tool.ToolId;
import org.convergence.education.tool.ToolPermissions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Shows tools on the page of a theme. */
@Configuration(proxyBeanMethods = false)
class ToolThemeConfiguration {

    /** Tools in dossiers, with the day of the latest edition. */
    @Bean
    static ThemeSection toolsOfTheme() {
        return new ThemeSection(
                40,
                ToolPermissions.READ,
                "tool.menu",
                ToolPage.LIST,
                """
                        SELECT t.id, t.title, t.kind, NULL::text AS detail,
                               (SELECT max(e.published_on) FROM education.tool_edition e WHERE e.tool = t.id) AS day
                        FROM education.tool t
                        WHERE ' ' || platform.fold(concat_ws(' ', t.title, t.theme, t.description)) LIKE ANY (:patterns)
                        """,
                (row, t) ->
                        new ThemeLine(ToolPage.url(new ToolId(row.id())), row.title(), row.kindIn("tool.kind.", t)));
    }
}
