package org.convergence.platform.shell;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes the two parameters by which programs read a list page by page. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Parameter(
        name = "limit",
        description = "Page size",
        schema = @Schema(type = "integer", minimum = "1", maximum = "500", defaultValue = "100"))
@Parameter(name = "after", description = "The previous page's next")
public @interface PageParameters {}
