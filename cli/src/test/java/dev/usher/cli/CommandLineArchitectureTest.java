package dev.usher.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the command line stands on. */
@AnalyzeClasses(packages = "dev.usher.cli", importOptions = ImportOption.DoNotIncludeTests.class)
class CommandLineArchitectureTest {

    @ArchTest
    static final ArchRule standsOnCoreSchemaAndTheJdbcAdapter = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "javax.sql..",
                    "dev.usher",
                    "dev.usher.spi",
                    "dev.usher.password",
                    "dev.usher.schema",
                    "dev.usher.jdbc",
                    "dev.usher.cli",
                    "picocli..",
                    "org.jspecify..",
                    "org.postgresql.ds..",
                    "org.sqlite..");

    @ArchTest
    static final ArchRule onlyOneClassKnowsTheDrivers = noClasses()
            .that()
            .doNotHaveSimpleName("Database")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.postgresql..", "org.sqlite..");

    @ArchTest
    static final ArchRule onlyMainIsPublic =
            classes().that().doNotHaveSimpleName("Main").should().notBePublic();
}
