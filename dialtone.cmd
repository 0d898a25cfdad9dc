@echo off
rem Untried: nobody has run this on Windows yet.
node "%~dp0dialtone" %*
