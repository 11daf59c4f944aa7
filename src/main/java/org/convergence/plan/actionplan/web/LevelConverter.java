package org.convergence.plan.actionplan.web;

import java.util.Locale;
import org.convergence.plan.actionplan.Level;
import org.convergence.platform.database.NotFound;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Converts a level in an address: {@code means} is {@link Level#MEANS}. */
@Configuration(proxyBeanMethods = false)
class LevelConverter implements WebMvcConfigurer {

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, Level.class, LevelConverter::read);
    }

    private static Level read(String slug) {
        for (Level level : Level.values()) {
            if (level != Level.PLAN && level.name().toLowerCase(Locale.ROOT).equals(slug)) {
                return level;
            }
        }
        throw new NotFound("level");
    }
}
