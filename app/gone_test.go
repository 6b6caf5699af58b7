package app_test

import (
	"os"
	"path/filepath"
	"testing"

	"visitdesk/data/career"
	"visitdesk/data/store"
)

// The folder of the office vanishes while the program runs, as a stick that is
// pulled out: the user is told, nothing typed is lost, and when it is back the
// form is saved.
func TestTheFolderVanishes(t *testing.T) {
	s, _, folder := open(t, "zh", true)
	s.Command("新建走访")
	s.Fill("单位", "sycy")
	s.Press("Return")
	s.Fill("时间", "明天 14:00")
	s.Fill("走访目的", "补签协议")
	away := folder + ".away"
	if err := os.Rename(folder, away); err != nil {
		t.Fatal(err)
	}
	s.Command("保存")
	s.See("数据文件夹不见了", "E-FS-206", "补签协议")
	if _, err := os.Stat(filepath.Join(folder, "office.db")); err == nil {
		t.Error("a new office was made where the old one was")
	}
	if err := os.Rename(away, folder); err != nil {
		t.Fatal(err)
	}
	s.Command("保存")
	s.See("走访已保存")
	rows, err := s.Desk.Store.Between(t.Context(), "2026-11-21", "2026-11-21")
	if err != nil {
		t.Fatal(err)
	}
	if !kept(rows, "补签协议") {
		t.Errorf("kept %d visits of the day, not the new one", len(rows))
	}
}

func kept(rows []store.VisitRow, purpose string) bool {
	for _, v := range rows {
		if v.Purpose == purpose && v.From == career.Moment("2026-11-21T14:00") {
			return true
		}
	}
	return false
}
